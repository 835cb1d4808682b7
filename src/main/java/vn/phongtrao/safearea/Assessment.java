package vn.phongtrao.safearea;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A proposal judged criterion by criterion. There are no points: an area passes when it meets all of them (Thông tư
 * 124/2021/TT-BCA, Điều 8 khoản 1).
 *
 * @param figures null for hamlets
 */
record Assessment(List<Line> lines, Figures figures) {

    /** @param figure what the registers say; null where the unit judges itself */
    record Line(Criterion criterion, boolean met, String figure) {

        private String inWords() {
            return figure == null ? criterion.text() : criterion.text() + ": " + figure;
        }
    }

    boolean passed() {
        return !lines.isEmpty() && missing().isEmpty();
    }

    List<Line> missing() {
        return lines.stream().filter(line -> !line.met()).toList();
    }

    /** The criteria that are not met, each with its figure and paragraph. */
    String shortcomings() {
        return missing().stream().map(line -> "%s (%s)".formatted(line.inWords(), line.criterion().legalBasis()))
                .collect(Collectors.joining("; "));
    }
}
