package vn.phongtrao.safearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.model.Models;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;

/** What is asked of the registers when an area is judged. */
class AreaAssessorTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final DossierNumber DOSSIER = DossierNumber.of("AT-31813-2024-00001");
    private static final Hamlet HAMLET = new Hamlet(COMMUNE.child("31813-01"), COMMUNE, "31813-01", "Khóm 1",
            LocalDate.of(2024, 1, 1), null, true);
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 18);
    private static final Days DAYS = new Days(LocalDate.of(2024, 7, 1), TODAY, TODAY);
    private static final List<String> DECLARED = List.of("plan-registered", "policies-implemented",
            "no-serious-incident", "crime-limited", "police-effective", "local-force-effective");

    private final AreaResults results = mock(AreaResults.class);
    private final AreaRegistrations registrations = mock(AreaRegistrations.class);
    private final Hamlets hamlets = mock(Hamlets.class);
    private final Models models = mock(Models.class);
    private final AreaAssessor assessor = new AreaAssessor(new AreaStandards(new RulesOnFile()), results, registrations,
            hamlets, models, Clock.fixed(Instant.parse("2024-11-18T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    @BeforeEach
    void eightHamlets() {
        when(hamlets.of(COMMUNE)).thenReturn(Collections.nCopies(8, HAMLET));
        when(results.figuresOf(DOSSIER)).thenReturn(Optional.empty());
    }

    @Test
    void anOpenDossierOfACommuneIsJudgedByTheRegistersOfToday() {
        when(results.safe(hamlets.of(COMMUNE), 2024)).thenReturn(6L);
        when(models.effectiveIn(COMMUNE, TODAY)).thenReturn(1L);

        var assessment = assessor.assess(proposal(AreaKind.COMMUNE), DAYS);

        assertThat(assessment.figures()).isEqualTo(new Figures(6, 8, 1));
        assertThat(assessment.passed()).isTrue();
    }

    @Test
    void aDossierThatWasDecidedKeepsTheFiguresItWasDecidedOn() {
        when(results.figuresOf(DOSSIER)).thenReturn(Optional.of(new Figures(6, 8, 1)));

        assertThat(assessor.assess(proposal(AreaKind.COMMUNE), DAYS).passed()).isTrue();
        verifyNoInteractions(models);
    }

    @Test
    void hamletsAreJudgedWithoutTheFiguresOfTheirCommune() {
        var assessment = assessor.assess(proposal(AreaKind.HAMLET), DAYS);

        assertThat(assessment.figures()).isNull();
        assertThat(assessment.passed()).isTrue();
        verifyNoInteractions(results, models);
    }

    @Test
    void whoHasNotRegisteredIsNotSafeOnceTheRegisterIsKept() {
        assertThat(assessor.assess(proposal(AreaKind.HAMLET, 2027), DAYS).shortcomings())
                .contains("chưa có trong sổ đăng ký", "Điều 4 khoản 1");
        when(registrations.of(COMMUNE, 2027)).thenReturn(Optional.of(new Registration(LocalDate.of(2027, 3, 31), true, 99,
                100, LocalDate.of(2027, 3, 31))));
        assertThat(assessor.assess(proposal(AreaKind.HAMLET, 2027), DAYS).shortcomings()).contains("99/100 hộ (99%)");
        when(registrations.of(COMMUNE, 2027)).thenReturn(Optional.of(new Registration(LocalDate.of(2027, 3, 31), true,
                100, 100, LocalDate.of(2027, 3, 31))));
        assertThat(assessor.assess(proposal(AreaKind.HAMLET, 2027), DAYS).passed()).isTrue();
    }

    private static Proposal proposal(AreaKind kind) {
        return proposal(kind, 2024);
    }

    private static Proposal proposal(AreaKind kind, int year) {
        return new Proposal(DOSSIER, year, new Area(kind, COMMUNE, COMMUNE, "Phường 2"), DECLARED, null);
    }
}
