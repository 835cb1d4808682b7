package vn.phongtrao.sheet;

/** The answer to a file that was taken. @param imported how many rows of it */
public record Imported(int imported) {
}
