package vn.phongtrao.commendation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Tier;

/**
 * The forms of award, by decision table {@code award-form}. A dossier is judged by the rules of the day it was received
 * (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3), also when its form is no longer awarded to others.
 */
@Component
class AwardForms {

    private final Rules rules;

    AwardForms(Rules rules) {
        this.rules = rules;
    }

    private record Asked(String form, String achievementType) {
    }

    /** @param kinds ids with commas between */
    @RowOf(value = "award-form", asked = Asked.class, single = true)
    private record Row(boolean council, boolean oncePerLife, String kinds, String legalBasis) {

        AwardForm of(String form) {
            return new AwardForm(form, council, oncePerLife, kinds(kinds), legalBasis);
        }

        private static Set<Kind> kinds(String ids) {
            return Arrays.stream(ids.split(",")).map(String::strip).map(Kind::of)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private record Proposer(String form, String tier) {
    }

    @RowOf(value = "award-proposer", asked = Proposer.class, mayEnd = true)
    private record Closed(String message, String legalBasis) {
    }

    private record Named(String form) {
    }

    @RowOf(value = "emulation-title", asked = Named.class, mayEnd = true)
    private record Title(Giver givenBy, String legalBasis) {
    }

    /**
     * Whether it is an emulation title, such as a flag, and no form of commendation: for the work of one period both are given
     * (Nghị định 98/2023/NĐ-CP, Điều 53; Nghị định 152/2025/NĐ-CP, Điều 49 khoản 7).
     */
    boolean isTitle(String form, Days days) {
        return title(form, days).isPresent();
    }

    /** Who gives it by the rules of those days. */
    Giver giver(String form, Days days) {
        return title(form, days).map(Title::givenBy).orElse(Giver.HEAD);
    }

    private Optional<Title> title(String form, Days days) {
        return rules.rows("emulation-title", days, new Named(form), Title.class).stream().findFirst();
    }

    /** @return empty when the form is not awarded for that type of achievement by the rules of those days */
    Optional<AwardForm> find(String form, String achievementType, Days days) {
        return rules.rows("award-form", days, new Asked(form, achievementType), Row.class).stream().findFirst()
                .map(row -> row.of(form));
    }

    /** @throws Refusal rule broken, when units of that tier do not propose it by the rules of those days */
    void requireProposer(AwardForm form, Tier tier, Days days) {
        rules.rows("award-proposer", days, new Proposer(form.id(), tier.id()), Closed.class).stream().findFirst()
                .ifPresent(row -> {
                    throw Refusal.broken("awardForm", row.message(), row.legalBasis());
                });
    }

    /**
     * @throws Refusal rule broken, when the form is not awarded for that type of achievement by the rules of those days
     */
    AwardForm require(String form, String achievementType, Days days) {
        return find(form, achievementType, days).orElseThrow(() -> Refusal.broken("awardForm",
                "Hình thức \"%s\" không áp dụng cho loại hình khen thưởng này vào ngày lập hồ sơ"
                        .formatted(AwardForm.name(form))));
    }
}
