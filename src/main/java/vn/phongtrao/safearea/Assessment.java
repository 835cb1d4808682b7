package vn.phongtrao.safearea;

import java.util.List;
import java.util.stream.Collectors;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.safearea.Criterion.Measure;

/**
 * A proposal judged criterion by criterion. There are no points: an area passes when it meets all of them (Thông tư
 * 124/2021/TT-BCA, Điều 8 khoản 1).
 *
 * @param figures null but for communes
 */
record Assessment(List<Line> lines, Figures figures) {

    /** What is said of an area that the register of registrations does not know. */
    static final String UNREGISTERED = "chưa có trong sổ đăng ký";

    /** @param figure what the registers say; null where the unit judges itself */
    record Line(Criterion criterion, boolean met, String figure) {

        private String inWords() {
            return figure == null ? criterion.text() : criterion.text() + ": " + figure;
        }
    }

    /**
     * @param met          keys of the criteria that the unit holds to be met
     * @param figures      null but for communes
     * @param registration null where the area has not registered
     */
    static Assessment of(List<Criterion> criteria, List<String> met, Figures figures, Registration registration) {
        return new Assessment(criteria.stream().map(criterion -> {
            if (criterion.measure() == Measure.REGISTRATION && registration != null) {
                return new Line(criterion, registration.reaches(criterion.least()), registration.inWords());
            }
            if (criterion.declared()) {
                return new Line(criterion, met.contains(criterion.key()), null);
            }
            return criterion.measure() == Measure.REGISTRATION ? new Line(criterion, false, UNREGISTERED)
                    : new Line(criterion, figures.reach(criterion), figures.inWords(criterion.measure()));
        }).toList(), figures);
    }

    boolean passed() {
        return !lines.isEmpty() && missing().isEmpty();
    }

    List<Line> missing() {
        return lines.stream().filter(line -> !line.met()).toList();
    }

    /** The criteria that the unit judges itself, as options of a form. */
    List<Option> declared() {
        return options(lines.stream().map(Line::criterion).toList());
    }

    static List<Option> options(List<Criterion> criteria) {
        return criteria.stream().filter(Criterion::declared)
                .map(criterion -> new Option(criterion.key(), criterion.text())).toList();
    }

    List<Finding> findings() {
        return lines.stream().map(line -> new Finding(line.figure(), line.met(), line.criterion().text(), !line.met(),
                line.criterion().legalBasis())).toList();
    }

    String verdict() {
        return passed() ? "Đạt tất cả tiêu chí" : "Chưa đạt: còn thiếu %d tiêu chí".formatted(missing().size());
    }

    /** Why the area is entered as failed. */
    String reason() {
        return passed() ? "Cấp có thẩm quyền không chấp thuận hồ sơ" : shortcomings();
    }

    /** @throws Refusal rule broken, naming every criterion that is not met */
    void requirePassed() {
        if (!passed()) {
            throw Refusal.broken("criteria", "Chưa đạt tiêu chuẩn \"An toàn về an ninh, trật tự\": " + shortcomings());
        }
    }

    /** The criteria that are not met, each with its figure and paragraph. */
    String shortcomings() {
        return missing().stream().map(line -> "%s (%s)".formatted(line.inWords(), line.criterion().legalBasis()))
                .collect(Collectors.joining("; "));
    }
}
