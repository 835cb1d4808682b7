package vn.phongtrao.procedure;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Files of procedures that must not take effect. */
class UnsoundFiles extends RuntimeException {

    private final transient List<Finding> findings;

    UnsoundFiles(List<Finding> findings) {
        super("Thư mục quy trình có %d lỗi:\n%s".formatted(findings.size(),
                findings.stream().map(Finding::toString).collect(joining("\n"))));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
