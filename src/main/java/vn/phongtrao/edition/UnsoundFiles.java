package vn.phongtrao.edition;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Files that must not take effect. */
public class UnsoundFiles extends RuntimeException {

    private final Area area;
    private final transient List<Finding> findings;

    public UnsoundFiles(Area area, List<Finding> findings) {
        super("%s có %d lỗi:\n%s".formatted(area.title(), findings.size(),
                findings.stream().map(Finding::toString).collect(joining("\n"))));
        this.area = area;
        this.findings = List.copyOf(findings);
    }

    Area area() {
        return area;
    }

    public List<Finding> findings() {
        return findings;
    }
}
