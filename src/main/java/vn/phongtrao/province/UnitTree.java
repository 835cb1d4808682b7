package vn.phongtrao.province;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.phongtrao.edition.Finding;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * Whether the units of provinces make trees: each unit once, under one of a higher tier that is there as long as it is.
 */
final class UnitTree {

    /** Where each unit was named first, whichever province's file it was. */
    private final Map<UnitPath, String> places = new HashMap<>();

    /**
     * What is wrong with a province's units.
     *
     * @param root  path of the province
     * @param lines its units by the lines of the file
     */
    List<Finding> findings(String file, UnitPath root, SortedMap<Integer, Unit> lines) {
        var findings = new ArrayList<Finding>();
        var units = lines.values().stream()
                .collect(Collectors.toMap(Unit::path, Function.identity(), (one, other) -> one));
        if (!units.containsKey(root) && !units.isEmpty()) {
            findings.add(new Finding(file, "", "Không có dòng cho tỉnh \"%s\"".formatted(root),
                    "Thêm dòng đó, hoặc sửa root trong province.properties"));
        }
        lines.forEach((line, unit) -> problem("%s, dòng %d".formatted(file, line), unit, root, units)
                .ifPresent(problem -> findings.add(new Finding(file, "dòng %d, cột %s".formatted(line, problem.column),
                        problem.words, problem.advice))));
        return findings;
    }

    private record Problem(String column, String words, String advice) {
    }

    private Optional<Problem> problem(String place, Unit unit, UnitPath root, Map<UnitPath, Unit> units) {
        var other = places.putIfAbsent(unit.path(), place);
        if (other != null) {
            return Optional.of(new Problem("path", "Đơn vị \"%s\" đã có (%s)".formatted(unit.path(), other),
                    "Bỏ một dòng"));
        }
        if (!root.covers(unit.path())) {
            return Optional.of(new Problem("path", "\"%s\" không nằm dưới tỉnh \"%s\"".formatted(unit.path(), root),
                    "Sửa đường dẫn"));
        }
        var parent = unit.path().parent();
        if (parent.isEmpty() != (unit.tier() == Tier.PROVINCE)) {
            return Optional.of(new Problem("tier", "Cấp \"%s\" không hợp với đường dẫn \"%s\""
                    .formatted(unit.tier().id(), unit.path()), "Đặt huyện, xã dưới mã của tỉnh"));
        }
        return parent.flatMap(path -> below(unit, path, units));
    }

    private static Optional<Problem> below(Unit unit, UnitPath parent, Map<UnitPath, Unit> units) {
        var above = units.get(parent);
        if (above == null) {
            return Optional.of(new Problem("path", "Không có đơn vị cấp trên \"%s\"".formatted(parent),
                    "Thêm dòng cho đơn vị đó, hoặc sửa đường dẫn"));
        }
        if (above.tier().compareTo(unit.tier()) >= 0) {
            return Optional.of(new Problem("tier", "Cấp \"%s\" không thể nằm dưới \"%s\" là cấp \"%s\""
                    .formatted(unit.tier().id(), above.path(), above.tier().id()), "Sửa cấp hoặc đường dẫn"));
        }
        return Period.of(above).covers(Period.of(unit)) ? Optional.empty()
                : Optional.of(new Problem("validFrom, validTo", "%s phải hoạt động trong thời gian của %s"
                        .formatted(unit.fullName(), above.fullName()), "Sửa ngày"));
    }
}
