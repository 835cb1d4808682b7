package vn.phongtrao.commendation;

import java.util.Set;

import vn.phongtrao.language.Labels;

/**
 * A form of award as the rules describe it for a type of achievement.
 *
 * @param council     whether the council votes before the decision
 * @param oncePerLife whether nobody gets it twice
 * @param kinds       whom it is for
 */
record AwardForm(String id, boolean council, boolean oncePerLife, Set<Kind> kinds, String legalBasis) {

    String name() {
        return name(id);
    }

    /** The name of a form at whatever time, with who gives it: {@code Giấy khen của Giám đốc Công an tỉnh}. */
    static String name(String form) {
        return Labels.find("award-form." + form).orElse(form);
    }

    /** What the certificate is called: the name without who gives it, for example {@code Giấy khen}. */
    static String title(String form) {
        return name(form).replaceFirst(" của .*", "");
    }

    static String typeName(String achievementType) {
        return Labels.find("achievement-type." + achievementType).orElse(achievementType);
    }
}
