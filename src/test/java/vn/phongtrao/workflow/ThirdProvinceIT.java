package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.province.OtherNode;
import vn.phongtrao.province.ProvinceEditions;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A province that neither code nor migrations know, an invented one: files are enough. */
@ScenarioTest
@TestPropertySource(properties = {"phongtrao.province=tinh-mau-2026", "phongtrao.business-date=2026-03-02",
        "phongtrao.provinces=src/test/resources/example-provinces"})
class ThirdProvinceIT {

    private static final String COMMUNE = "99/99001";
    private static final String PROVINCE = "99";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Journey journey;

    @Autowired
    Authorities authorities;

    @Autowired
    Hamlets hamlets;

    @Autowired
    ProvinceEditions editions;

    @Autowired
    Units units;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDossierGoesFromTheCommuneToTheDecisionOfTheProvince() {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ ông Trần Văn Mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, COMMUNE));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, PROVINCE));
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, PROVINCE));
        for (int member = 1; member <= 3; member++) {
            journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, PROVINCE, member),
                    Map.of("approvedNominees", journey.nomineeIds(number)));
        }
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        assertThat(number).startsWith("KT-99001-2026-");
        assertThat(jdbc.sql("select number || '/' || symbol from decision where dossier_number = ?").param(number)
                .query(String.class).single()).isEqualTo("1/QĐ-UBND");
    }

    @Test
    void itsAuthoritiesAreWrittenAsEverywhereButWhereItsFilesSayOtherwise() {
        assertThat(authorities.of(post(PROVINCE, COMMITTEE_CHAIR), TODAY).body()).isEqualTo("Ủy ban nhân dân tỉnh Mẫu");
        assertThat(authorities.of(post(PROVINCE, COMMITTEE_CLERK), TODAY).body()).isEqualTo("Sở Nội vụ mẫu");
        assertThat(authorities.of(post("99/99002", POLICE_CHIEF), TODAY).abbreviation()).isEqualTo("CAP");
        assertThat(authorities.of(post("99/99002", POLICE_CHIEF), TODAY).place()).isEqualTo("Phường Mẫu 2");
        assertThat(authorities.of(post(COMMUNE, POLICE_CHIEF), TODAY).place()).isEqualTo("Mẫu Một");
    }

    @Test
    void itsCommunesBeginWithTheirHamlets() {
        assertThat(hamlets.of(UnitPath.of(COMMUNE))).extracting(Hamlet::name)
                .containsExactly("Ấp Mẫu Một", "Ấp Mẫu Hai");
    }

    @Test
    void whatIsLoadedWhileTheProgramRunsIsWrittenOnTheNextPaper() {
        var places = "tinh-mau-2026/places.csv";
        var before = editions.files().text(places).orElseThrow();

        bring(places, before.stripTrailing() + "\n" + COMMUNE + ",Nơi Mới\n");
        assertThat(authorities.of(post(COMMUNE, POLICE_CHIEF), TODAY).place()).isEqualTo("Nơi Mới");

        bring(places, before);
        assertThat(authorities.of(post(COMMUNE, POLICE_CHIEF), TODAY).place()).isEqualTo("Mẫu Một");
    }

    @Test
    void whatAnotherNodeLoadsIsInForceHereWithinSeconds() throws InterruptedException {
        var path = "tinh-mau-2026/units.csv";
        var before = editions.files().text(path).orElseThrow();
        var other = new OtherNode(Path.of("src/test/resources/example-provinces"), "tinh-mau-2026", jdbc, transactions,
                clock);

        assertThat(other.loads(path, before.replace("Xã Mẫu Một,xã Mẫu Một", "Xã Mới,xã Mới")).findings()).isEmpty();
        assertThat(nameAfterSeconds("Xã Mới")).isEqualTo("Xã Mới");
        assertThat(authorities.of(post(COMMUNE, POLICE_CHIEF), TODAY).name()).isEqualTo("Trưởng Công an xã Mới");

        bring(path, before);
        assertThat(units.require(UnitPath.of(COMMUNE)).fullName()).isEqualTo("Xã Mẫu Một");
    }

    private String nameAfterSeconds(String wanted) throws InterruptedException {
        for (int i = 0; i < 600 && !units.require(UnitPath.of(COMMUNE)).fullName().equals(wanted); i++) {
            Thread.sleep(100);
        }
        return units.require(UnitPath.of(COMMUNE)).fullName();
    }

    private void bring(String path, String text) {
        assertThat(editions.load(Map.of(path, text.getBytes(StandardCharsets.UTF_8)), "Quyết định mẫu", "admin", null)
                .findings()).isEmpty();
    }

    private static Post post(String unit, Position position) {
        return new Post(UnitPath.of(unit), position);
    }
}
