package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.refusal.Refusal;

/** What the ministry answered, as its form brings it. */
class MinistryAnswerTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    @Test
    void aDecisionOfTodayOrEarlierIsRecorded() {
        assertThat(new MinistryAnswer(Outcome.APPROVE, "510/QĐ-BCA", TODAY).decision(TODAY))
                .hasValue(new MinistryDecision("510/QĐ-BCA", TODAY));
    }

    @Test
    void aDecisionOfADayToComeIsNone() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "decidedOn",
                new MinistryAnswer(Outcome.APPROVE, "510/QĐ-BCA", TODAY.plusDays(1)));
    }

    @Test
    void agreementNeedsNumberAndDayEvenIfTheFormDoesNotAskForThem() {
        assertRefused(Refusal.Kind.MALFORMED, "decisionNumber", new MinistryAnswer(Outcome.APPROVE, null, TODAY));
        assertRefused(Refusal.Kind.MALFORMED, "decidedOn", new MinistryAnswer(Outcome.APPROVE, "510/QĐ-BCA", null));
    }

    @Test
    void aRefusalIsNoDecision() {
        assertThat(new MinistryAnswer(Outcome.REJECT, null, null).decision(TODAY)).isEmpty();
    }

    private static void assertRefused(Refusal.Kind kind, String field, MinistryAnswer answer) {
        assertThatThrownBy(() -> answer.decision(TODAY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).hasValue(field);
        });
    }
}
