package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.decision.DecisionRegister.Filter;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

class DecisionRegisterTest {

    private static final Filter ALL = new Filter(null, null, null, null, null);
    private static final Pageable FIRST_PAGE = PageRequest.ofSize(20);

    private static DecisionRegister register;
    private static Decision byProvince;
    private static Decision byCommune;
    private static Decision elsewhere;

    @BeforeAll
    static void issueDecisions() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        register = new DecisionRegister(jdbc);
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by, opened_at, version)
                select 'HS-' || n, 'commendation', 'x', 'x', 'x', '95/954/31813', 'x', 'decide', 'DECIDED', 'x', now(), 0 from generate_series(1, 3) n""").update();
        var clock = new MovableClock("2024-07-01");
        var book = new SqlDecisionBook(jdbc, UnitsInCharge.in(mock()), clock);
        byProvince = book.issue(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                "Về việc tặng Bằng khen", DossierNumber.of("HS-1"), UnitPath.of("95/954/31813"), "chair");
        byCommune = book.issue(new Post(UnitPath.of("95/954/31813"), Position.COMMITTEE_CHAIR), Decision.MATTER,
                "QĐ-UBND", "Về việc tặng Giấy khen", DossierNumber.of("HS-2"), UnitPath.of("95/954/31813"), "chair");
        clock.moveTo("2025-01-02");
        elsewhere = book.issue(new Post(UnitPath.of("95/956/31843"), Position.COMMITTEE_CHAIR), Decision.MATTER,
                "QĐ-UBND", "Về việc tặng Giấy khen", DossierNumber.of("HS-3"), UnitPath.of("95/956/31843"), "chair");
    }

    @Test
    void anOfficerSeesDecisionsOnDossiersOfTheUnitAndBelow() {
        assertThat(seenBy("95/954/31813/police-officer")).containsExactly(byProvince.id(), byCommune.id());
        assertThat(seenBy("95/954/police-chief")).containsExactly(byProvince.id(), byCommune.id());
        assertThat(seenBy("95/956/police-chief")).containsExactly(elsewhere.id());
        assertThat(seenBy("95/committee-clerk")).containsExactly(byProvince.id(), byCommune.id(), elsewhere.id());
    }

    @Test
    void anOfficerSeesDecisionsOfAuthoritiesOfTheUnitAndBelow() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var issued = new SqlDecisionBook(jdbc, UnitsInCharge.in(mock()), new MovableClock("2024-07-01"))
                .issue(new Post(UnitPath.of("95/954"), Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                        "Về việc tặng Giấy khen", DossierNumber.of("HS-4"), UnitPath.of("95"), "chair");

        var seen = new DecisionRegister(jdbc).list(ALL, officer("95/954/committee-clerk"), FIRST_PAGE);

        assertThat(seen).extracting(DecisionRegister.Entry::id).containsExactly(issued.id());
    }

    @Test
    void aUnitWhosePathBeginsWithTheSameDigitsIsNotBelow() {
        assertThat(seenBy("95/95/police-chief")).isEmpty();
        assertThat(seenBy("95/954/3181/police-chief")).isEmpty();
        assertThat(seenBy("95/9_4/police-chief")).isEmpty();
        assertThat(seenBy("%/police-chief")).isEmpty();
    }

    @Test
    void somebodyWithoutAPostSeesNothingAndAnAdministratorSeesAll() {
        assertThat(seenBy("some-other-group")).isEmpty();
        assertThat(seenBy(Officer.ADMINISTRATORS)).hasSize(3);
    }

    @Test
    void aDecisionThatIsNotTheOfficersToSeeIsForbidden() {
        assertThat(register.show(elsewhere.id(), officer("95/956/police-chief")).decisionNumber())
                .isEqualTo("01/QĐ-UBND");
        assertThatThrownBy(() -> register.show(elsewhere.id(), officer("95/954/police-chief")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> register.show(-1, officer("95/police-chief"))).isInstanceOfSatisfying(Refusal.class,
                r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void filtersNarrowTheList() {
        assertThat(found(new Filter(UnitPath.of("95"), null, null, null, null))).containsExactly(byProvince.id());
        assertThat(found(new Filter(null, 2025, null, null, null))).containsExactly(elsewhere.id());
        assertThat(found(new Filter(null, null, "QĐ-CAT", null, null))).isEmpty();
        assertThat(found(new Filter(null, null, null, "HS-2", null))).containsExactly(byCommune.id());
        assertThat(found(new Filter(null, null, "QĐ-UBND' or '1' = '1", null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bang khen | HS-1
            giấy  khen | HS-2 HS-3
            01/QĐ-UBND | HS-1 HS-2 HS-3
            hs-3 | HS-3
            ??? | ''""")
    void aTextFindsNumberSubjectAndDossier(String text, String dossiers) {
        assertThat(register.list(new Filter(null, null, null, null, text), officer("95/police-chief"), FIRST_PAGE)
                .map(entry -> entry.dossierNumber().value())).containsExactlyInAnyOrder(dossiers.isEmpty() ? new String[0]
                        : dossiers.split(" "));
    }

    @Test
    void listsSortByNamedPropertiesOnly() {
        var province = officer("95/police-chief");
        assertThat(register.list(ALL, province, PageRequest.of(0, 2, Sort.by("signedOn").descending())))
                .extracting(DecisionRegister.Entry::id).containsExactly(elsewhere.id(), byCommune.id());
        assertThatThrownBy(() -> register.list(ALL, province, PageRequest.of(0, 2, Sort.by("signer; drop table x"))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    private static List<Long> found(Filter filter) {
        return register.list(filter, officer("95/police-chief"), FIRST_PAGE).map(DecisionRegister.Entry::id).toList();
    }

    private static List<Long> seenBy(String group) {
        return register.list(ALL, officer(group), FIRST_PAGE).map(DecisionRegister.Entry::id).toList();
    }

    private static Officer officer(String group) {
        return Officer.of("officer", Set.of(group));
    }
}
