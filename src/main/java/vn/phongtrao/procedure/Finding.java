package vn.phongtrao.procedure;

public record Finding(String file, String place, String problem, String advice) {
}
