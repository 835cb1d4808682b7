package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** How awards are granted. */
class AwardsTest {

    private static final Post DIRECTOR = new Post(UnitPath.of("95"), Position.POLICE_CHIEF);
    private static final LocalDate DAY = LocalDate.of(2024, 7, 5);

    private final Dossiers dossiers = mock();
    private final Proposals proposals = mock();
    private final DecisionBook book = mock();

    private final AwardRepository register = mock();

    /** Today's tables say another symbol; who decides and how was fixed when the dossier was opened. */
    @Test
    void theDecisionHasTheSymbolThatWasFixedWithWhoDecides() {
        grant(new Nominee(1L, DossierNumber.of("KT-1"), "collective", "Tổ mẫu", null, null, null, null, null, null,
                null, null, null, null, null, "collective:1", Nominee.PENDING, null, null, null, null, null, null));

        verify(book).issue(DIRECTOR, Decision.MATTER, "QĐ-CA", "Về việc tặng Giấy khen", DossierNumber.of("KT-1"),
                UnitPath.of("95/954/31813"), "director");
    }

    @Test
    void theRegisterKeepsWhatTheDossierSaidOfAPerson() {
        var award = grant(new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Lê Thị Mẫu", "female", 1980, null,
                null, null, null, null, true, false, null, null, "citizen:1", Nominee.PENDING, null, null, null, null, null, null));

        assertThat(award.gender()).isEqualTo("female");
        assertThat(award.directWorker()).isTrue();
        assertThat(award.farmer()).isFalse();
    }

    @Test
    void theFundOfWhoDecidesPays() {
        var award = grant(new Nominee(1L, DossierNumber.of("KT-1"), "collective", "Tổ mẫu", null, null, null, null,
                null, null, null, null, null, null, null, "collective:1", Nominee.PENDING, null, null, null, null, null, null));

        assertThat(award.fund()).isEqualTo("province-police");
        assertThat(award.fundUnit()).isEqualTo(UnitPath.of("95"));
    }

    private Award grant(Nominee nominee) {
        Dossier dossier = mock();
        when(dossier.number()).thenReturn(DossierNumber.of("KT-1"));
        when(dossier.unitPath()).thenReturn(UnitPath.of("95/954/31813"));
        when(dossier.form()).thenReturn("police-director-certificate");
        when(dossier.type()).thenReturn("regular");
        when(dossier.jurisdiction()).thenReturn(new Jurisdiction(DIRECTOR, "QĐ-CA", Ending.DECIDE, null, "Điều mẫu"));
        when(dossiers.require(DossierNumber.of("KT-1"))).thenReturn(dossier);
        when(dossiers.days(dossier)).thenReturn(Days.on(DAY));
        when(dossiers.decidedBy(DossierNumber.of("KT-1"))).thenReturn("director");
        when(proposals.require(DossierNumber.of("KT-1")))
                .thenReturn(new Commendation(DossierNumber.of("KT-1"), "police-director-certificate", "regular",
                        "Thành tích mẫu", DAY.minusMonths(6), DAY.minusDays(5), null, null, null));
        when(proposals.nomineesOf(DossierNumber.of("KT-1"))).thenReturn(List.of(nominee));
        when(book.issue(any(), any(), any(), any(), any(), any(), any())).thenReturn(new Decision(1, UnitPath.of("95"),
                Position.POLICE_CHIEF, Decision.MATTER, "QĐ-CA", 2024, 5, DAY, "Về việc", DossierNumber.of("KT-1"),
                UnitPath.of("95/954/31813"), "director", "0123456789abcdefghjkmnpqrs"));

        new Awards(dossiers, proposals, mock(), new AwardForms(new RulesOnFile()), mock(Earlier.class),
                new Bonus(new RulesOnFile()), new Funds(new RulesOnFile()), book, register)
                .grant(DossierNumber.of("KT-1"));

        ArgumentCaptor<List<Award>> awards = ArgumentCaptor.captor();
        verify(register).enter(awards.capture());
        return awards.getValue().get(0);
    }
}
