package vn.phongtrao.rating;

import java.math.BigDecimal;

import vn.phongtrao.refusal.Refusal;

/**
 * What a team or member is found to be.
 *
 * @param figure per cent of all tasks; null where it is not rated or nothing was said
 * @param level  null where it is not rated
 * @param reason why it is not rated, or why no higher; null where there is nothing to say
 * @param breach why it cannot be rated as proposed; null where it can
 * @param legalBasis of reason and breach
 */
record Rating(Rated of, BigDecimal figure, Level level, String reason, String breach, String legalBasis) {

    boolean rated() {
        return level != null;
    }

    /** As the register has it. */
    String result() {
        return rated() ? level.id() : Level.UNRATED;
    }

    String remark() {
        return breach == null ? reason : breach;
    }

    /** @param row of the form, with a dot @throws Refusal rule broken, when the rules do not allow what is proposed */
    void requireAllowed(String row) {
        if (breach != null) {
            throw Refusal.broken(row + (figure == null ? "situation" : "level"), "%s: %s".formatted(of.called(), breach),
                    legalBasis);
        }
    }
}
