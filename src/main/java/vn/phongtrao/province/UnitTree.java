package vn.phongtrao.province;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    List<String> findings(String file, UnitPath root, SortedMap<Integer, Unit> lines) {
        var findings = new ArrayList<String>();
        var units = lines.values().stream()
                .collect(Collectors.toMap(Unit::path, Function.identity(), (one, other) -> one));
        if (!units.containsKey(root) && !units.isEmpty()) {
            findings.add("%s: không có dòng cho tỉnh \"%s\"; thêm dòng đó, hoặc sửa root trong province.properties"
                    .formatted(file, root));
        }
        lines.forEach((line, unit) -> {
            var place = "%s: Dòng %d".formatted(file, line);
            problem(place, unit, root, units).ifPresent(problem -> findings.add(place + ", " + problem));
        });
        return findings;
    }

    private Optional<String> problem(String place, Unit unit, UnitPath root, Map<UnitPath, Unit> units) {
        var other = places.putIfAbsent(unit.path(), place);
        if (other != null) {
            return Optional.of("cột path: đơn vị \"%s\" đã có (%s); bỏ một dòng".formatted(unit.path(), other));
        }
        if (!root.covers(unit.path())) {
            return Optional.of("cột path: \"%s\" không nằm dưới tỉnh \"%s\"; sửa đường dẫn"
                    .formatted(unit.path(), root));
        }
        var parent = unit.path().parent();
        if (parent.isEmpty() != (unit.tier() == Tier.PROVINCE)) {
            return Optional.of("cột tier: cấp \"%s\" không hợp với đường dẫn \"%s\"; huyện, xã nằm dưới mã của tỉnh"
                    .formatted(unit.tier().id(), unit.path()));
        }
        return parent.flatMap(path -> below(unit, path, units));
    }

    private static Optional<String> below(Unit unit, UnitPath parent, Map<UnitPath, Unit> units) {
        var above = units.get(parent);
        if (above == null) {
            return Optional.of("cột path: không có đơn vị cấp trên \"%s\"; thêm dòng cho đơn vị đó, hoặc sửa đường dẫn"
                    .formatted(parent));
        }
        if (above.tier().compareTo(unit.tier()) >= 0) {
            return Optional.of("cột tier: cấp \"%s\" không thể nằm dưới \"%s\" là cấp \"%s\"; sửa cấp hoặc đường dẫn"
                    .formatted(unit.tier().id(), above.path(), above.tier().id()));
        }
        return Period.of(above).covers(Period.of(unit)) ? Optional.empty()
                : Optional.of("cột validFrom, validTo: %s phải hoạt động trong thời gian của %s; sửa ngày"
                        .formatted(unit.fullName(), above.fullName()));
    }
}
