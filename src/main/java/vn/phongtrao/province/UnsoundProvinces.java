package vn.phongtrao.province;

import java.util.List;

/**
 * Files of provinces that contradict themselves or each other: nothing of them is taken over, and the program does not
 * start.
 */
final class UnsoundProvinces extends RuntimeException {

    private final List<String> findings;

    /** @param findings in Vietnamese: file, line, what is wrong and what to do */
    UnsoundProvinces(List<String> findings) {
        super(String.join("\n", findings));
        this.findings = List.copyOf(findings);
    }

    List<String> findings() {
        return findings;
    }
}
