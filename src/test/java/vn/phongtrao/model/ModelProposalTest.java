package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** How a proposal is filled from forms and from the register. */
class ModelProposalTest {

    private static final Place PLACE = new Place(UnitPath.of("95/954/31813"), "31813-01", "Khóm 1");
    private static final LocalDate START = LocalDate.of(2023, 2, 1);
    private static final RecognitionChange NOTHING =
            new RecognitionChange(null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void oneTeamRunsANewModelUnlessTheFormSaysMore() {
        assertThat(ModelProposal.ofNew(PLACE, fields("Mô hình", null)).teams()).isOne();
        assertThat(ModelProposal.ofNew(PLACE, fields("Mô hình", 4)).teams()).isEqualTo(4);
    }

    @Test
    void aNewModelHasANameAndAGroup() {
        assertThatThrownBy(() -> ModelProposal.ofNew(PLACE, fields(null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                    assertThat(refusal.field()).hasValue("name");
                });
    }

    @Test
    void aModelThatClimbsKeepsWhatTheRegisterSaysOfIt() {
        var known = new Model(7, "Tiếng loa an ninh", ModelGroup.SELF_MANAGEMENT, "Nội dung", PLACE, START, 3, null,
                List.of());

        var proposal = ModelProposal.ofKnown(known, new RecognitionFields("7", null, null, null, null, Level.PROVINCE,
                null, null, "Kết quả mới"));

        assertThat(proposal).isEqualTo(new ModelProposal(null, 7L, "Tiếng loa an ninh", "self-management", PLACE, START,
                "province", 3, "Nội dung", "Kết quả mới", MilestonesReached.NONE, null));
    }

    @Test
    void whatAFormLeavesOutStays() {
        var before = ModelProposal.ofNew(PLACE, fields("Mô hình", 2)).of(DossierNumber.of("MH-1"))
                .with(new MinistryDecision("1/QĐ-BCA", START))
                .with(new RecognitionChange(null, null, null, null, null, "05/KH", START, "06/QĐ", START, "07/BC",
                        START));

        assertThat(before.with(NOTHING)).isEqualTo(before);
        assertThat(before.with(new RecognitionChange("Tên mới", null, null, null, null, null, null, null, null, null,
                START.plusDays(1)))).satisfies(changed -> {
                    assertThat(changed.name()).isEqualTo("Tên mới");
                    assertThat(changed.teams()).isEqualTo(2);
                    assertThat(changed.milestones()).isEqualTo(
                            new MilestonesReached("05/KH", START, "06/QĐ", START, "07/BC", START.plusDays(1)));
                });
    }

    @Test
    void messagesOfExceptionsDoNotQuoteTheContent() {
        assertThat(ModelProposal.ofNew(PLACE, fields("Mô hình", 1)).of(DossierNumber.of("MH-1")))
                .hasToString("ModelProposal[MH-1]");
    }

    private static RecognitionFields fields(String name, Integer teams) {
        return new RecognitionFields(null, name, ModelGroup.CRIME_PREVENTION, "31813-01", START, Level.COMMUNE, teams,
                "Nội dung", "Kết quả");
    }
}
