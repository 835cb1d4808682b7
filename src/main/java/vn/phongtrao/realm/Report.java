package vn.phongtrao.realm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Differences as people read them: by place, and what is the same in many places once. */
final class Report {

    private static final int MANY = 4;

    private Report() {
    }

    static List<String> lines(Differences differences) {
        Map<String, List<String>> places = differences.found().stream().collect(Collectors.groupingBy(Differences.Difference::words,
                LinkedHashMap::new, Collectors.mapping(Differences.Difference::place, Collectors.toList())));
        var lines = new ArrayList<String>();
        var before = "";
        for (var difference : differences.found()) {
            var same = places.get(difference.words());
            if (same.size() > MANY) {
                if (same.get(0).equals(difference.place())) {
                    lines.add("  %s và %d chỗ khác như %s".formatted(same.get(0), same.size() - 1, same.get(1)));
                    lines.add("      " + difference.words());
                }
                before = "";
            } else {
                if (!before.equals(difference.place())) {
                    lines.add("  " + difference.place());
                }
                lines.add("      " + difference.words());
                before = difference.place();
            }
        }
        return lines;
    }
}
