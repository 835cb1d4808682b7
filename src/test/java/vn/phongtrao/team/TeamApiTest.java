package vn.phongtrao.team;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.TeamFixture.COMMUNE;
import static vn.phongtrao.team.TeamFixture.START;

import java.time.LocalDate;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.hamlet.HamletClosing;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.UnitPath;

@SpringJUnitWebConfig(TeamApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class TeamApiTest {

    private static final UnitPath NEIGHBOUR = UnitPath.of("95/956/31843");
    private static final String CLERK = "committee-clerk.95";

    private static Officer signedIn;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.team.web", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import({TeamFixture.Tables.class, TeamRegister.class, TeamMembers.class, QuotaRegister.class, AreaClassRegister.class,
            ProvinceOfficers.class, Allowances.class, Areas.class, RulesOnFile.class, HamletWithATeam.class})
    static class Slice {

        @Bean
        StandardServletMultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }

        @Bean
        CurrentOfficer officer() {
            return () -> signedIn;
        }
    }

    @Autowired
    private TeamFixture fixture;
    @Autowired
    private Teams teams;

    private MockMvcTester http;
    private Team team;
    private Member leader;
    private Team foreign;

    @BeforeEach
    void twoTeams(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        fixture.empty();
        team = fixture.team(COMMUNE, "31813-01", 3);
        leader = fixture.join(team, "c1", LEADER);
        fixture.join(team, "c2", DEPUTY);
        foreign = fixture.team(NEIGHBOUR, "31843-01", 3);
        signIn("police-officer.31813", COMMUNE + "/police-officer");
    }

    @Test
    void teamsComeInSpringsPagedModel() {
        assertThat(http.get().uri("/api/teams")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"content": [{"id": %d, "name": "Tổ mẫu 31813-01", "unitPath": "95/954/31813", "hamlet": "31813-01",
                   "hamletName": "Khóm mẫu 31813-01", "status": "active", "establishedOn": "2024-07-01",
                   "dissolvedOn": null, "members": 2}],
                 "page": {"size": 20, "number": 0, "totalElements": 1, "totalPages": 1}}""".formatted(team.id()));
    }

    @ParameterizedTest
    @CsvSource({"unit=95/954, 1", "unit=95/956, 0", "hamlet=31813-01, 1", "hamlet=31813-02, 0", "status=active, 1",
            "status=dissolved, 0", "name=TỔ MẪU, 1", "name=khác, 0", "name=to  mau, 1",
            "q=tổ mẫu 31813-01, 1", "q=nguoi mau, 1", "q=Người Mẫu, 1", "q=khac, 0", "q=%25, 0", "q=, 1", "sort=members&sort=establishedOn, 1"})
    void filtersNarrowTheList(String query, int count) {
        assertThat(http.get().uri("/api/teams?" + query)).hasStatusOk().bodyJson()
                .extractingPath("$.page.totalElements").isEqualTo(count);
    }

    @Test
    void whoHasLeftFindsNoTeam() {
        fixture.run(() -> {
            for (var each : teams.serving(team.id())) {
                teams.leave(each.member().id(), "leave-on-request", fixture.decision(), START.plusDays(20));
            }
        });
        assertThat(http.get().uri("/api/teams?q=nguoi mau")).bodyJson().extractingPath("$.page.totalElements")
                .isEqualTo(0);
    }

    @Test
    void provinceSeesAllItsTeams() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(http.get().uri("/api/teams?sort=unitPath,desc")).bodyJson()
                .extractingPath("$.content[*].unitPath").asArray().containsExactly(NEIGHBOUR.value(), COMMUNE.value());
    }

    @Test
    void memberIsShownWithMaskedNumberRoleAndAllowance() {
        assertThat(http.get().uri("/api/teams/" + team.id())).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"seatsFree": 1, "members": [
                  {"name": "Người mẫu", "birthYear": 1990, "citizenId": "0********123", "role": "leader",
                   "roleName": "Tổ trưởng", "since": "2024-07-01", "monthlyAllowance": 1764000,
                   "allowanceName": "40% mức lương tối thiểu vùng II"},
                  {"role": "deputy", "monthlyAllowance": 1543500}]}""");
    }

    @Test
    void historyTellsWhoWasWhatByWhichDecision() {
        fixture.run(() -> {
            teams.changeRole(leader.id(), Role.MEMBER, fixture.decision(), START.plusDays(10));
            teams.leave(leader.id(), "leave-on-request", fixture.decision(), START.plusDays(20));
            teams.dissolve(team.id(), fixture.decision(), START.plusDays(30));
        });
        assertThat(http.get().uri("/api/teams/" + team.id())).bodyJson()
                .extractingPath("$.history[*].event").asArray().containsExactly("established", "joined", "joined",
                        "role-changed", "left", "left", "dissolved");
        assertThat(http.get().uri("/api/teams/" + team.id())).bodyJson().isLenientlyEqualTo("""
                {"status": "dissolved", "dissolvedOn": "2024-07-31", "seatsFree": 0, "members": []}""");
        assertThat(http.get().uri("/api/teams/" + team.id())).bodyJson()
                .extractingPath("$.history[*].reasonName").asArray()
                .contains("Cho thôi theo nguyện vọng", "Giải thể Tổ");
        assertThat(http.get().uri("/api/teams?status=dissolved")).bodyJson()
                .extractingPath("$.page.totalElements").isEqualTo(1);
    }

    @Test
    void foreignTeamIsForbidden() {
        assertThat(http.get().uri("/api/teams/" + foreign.id())).hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get().uri("/api/teams/999999")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"/api/teams?sort=citizen, sort", "/api/teams?status=open, status", "/api/teams/first, id",
            "/api/team-quotas?sort=x, sort"})
    void badInputIsNamed(String uri, String field) {
        assertThat(http.get().uri(uri)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @Test
    void provincesClerkEntersAQuotaThatOthersBelowRead() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(enter("31813-01", 5)).hasStatus(204);
        assertThat(enter(null, 40)).hasStatus(204);

        signIn("police-officer.31813", COMMUNE + "/police-officer");
        assertThat(http.get().uri("/api/team-quotas?sort=id,desc")).bodyJson().isLenientlyEqualTo("""
                {"content": [
                  {"unitPath": "95/954/31813", "hamlet": null, "seats": 40},
                  {"hamlet": "31813-01", "teams": 1, "seats": 5, "validFrom": "2024-07-01", "decision": "9/QĐ-UBND"},
                  {"hamlet": "31813-01", "seats": 3}], "page": {"totalElements": 3}}""");
        assertThat(http.get().uri("/api/teams/" + team.id())).bodyJson().extractingPath("$.seatsFree").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"committee-clerk.31813, 95/954/31813/committee-clerk", "committee-chair.95, 95/committee-chair",
            "committee-clerk.96, 96/committee-clerk", "police-officer.95, 95/police-officer"})
    void nobodyElseEntersAQuota(String account, String group) {
        signIn(account, group);
        assertThat(enter("31813-01", 5)).hasStatus(403);
    }

    @Test
    void quotaIsForACommuneAndItsOwnHamlets() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(enter("31843-01", 5)).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("hamlet");
        assertThat(post("""
                {"unitPath": "95/954", "teams": 1, "seats": 3, "validFrom": "2024-07-01", "decision": "9/QĐ-UBND"}"""))
                .hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("unitPath");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"unitPath\": 1}", "{\"seats\": -1}",
            "{\"unitPath\": \"95/954/31813\", \"teams\": 1, \"seats\": 1e9, \"validFrom\": \"2024-07-01\", "
            + "\"decision\": \"x\"}", "{\"unitPath\": \"95/954/31813\", \"teams\": 1, \"seats\": 3, \"validFrom\": "
            + "\"2024-02-30\", \"decision\": \"x\"}"})
    void quotaThatCannotBeReadIsRefused(String body) {
        signIn(CLERK, "95/committee-clerk");
        assertThat(post(body)).hasStatus(400);
    }

    @Test
    void quotasComeFromAFileAllOrNone() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(load("""
                unitPath,hamlet,teams,seats,validFrom,decision
                95/954/31813,31813-01,1,6,2024-07-01,9/QĐ-UBND
                95/954/31813,31843-01,1,6,2024-07-01,9/QĐ-UBND
                95/954,,1,x,2024-07-01,=9
                """)).hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("Dòng 3, cột hamlet", "Dòng 4, cột seats").doesNotContain("Dòng 2");
        assertThat(http.get().uri("/api/team-quotas?unit=" + COMMUNE)).bodyJson()
                .extractingPath("$.page.totalElements").isEqualTo(1);
        assertThat(load("""
                unitPath,hamlet,teams,seats,validFrom,decision
                95/954/31813,,8,30,2024-07-01,9/QĐ-UBND
                95/954/31813,,8,36,2024-08-01,9/QĐ-UBND
                95/954/31813,,9,30,1/7/2024,9/QĐ-UBND
                """)).as("twice").hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("Dòng 4, cột validFrom").doesNotContain("Dòng 2", "Dòng 3");
        assertThat(load("""
                unitPath,hamlet,teams,seats,validFrom,decision
                95/954/31813,31813-01,1,6,1/7/2024,9/QĐ-UBND
                95/954/31813,,8,30,2024-07-01,9/QĐ-UBND
                ,,,,,
                """)).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);

        signIn("committee-clerk.31813", COMMUNE + "/committee-clerk");
        assertThat(load("unitPath,hamlet,teams,seats,validFrom,decision\n")).hasStatus(403);
    }

    @Test
    void provincesClerkEntersWherePrimaryEducationIsEnough(@Autowired Areas areas) throws Exception {
        signIn(CLERK, "95/committee-clerk");
        assertThat(enterArea("95/954", "border")).hasStatus(204);
        assertThat(areas.lowerEducation(COMMUNE, START.minusDays(1))).isFalse();
        assertThat(areas.lowerEducation(COMMUNE, START)).isTrue();
        assertThat(areas.lowerEducation(NEIGHBOUR, START)).isFalse();

        signIn("police-officer.31813", COMMUNE + "/police-officer");
        var list = http.get().uri("/api/area-classes").exchange();
        assertThat(list).bodyJson().isLenientlyEqualTo("""
                {"content": [{"unitPath": "95/954", "kind": "border", "kindName": "Biên giới", "validFrom": "2024-07-01",
                  "validTo": null, "legalBasis": "9/QĐ-UBND"}], "page": {"totalElements": 1}}""");
        String id = JsonPath.read(list.getResponse().getContentAsString(UTF_8), "$.content[0].id").toString();
        assertThat(closeArea(id, "2024-07-31")).hasStatus(403);

        signIn(CLERK, "95/committee-clerk");
        assertThat(closeArea(id, "2024-06-30")).hasStatus(422).bodyJson().extractingPath("$.field")
                .isEqualTo("lastDay");
        assertThat(closeArea(id, "2024-07-31")).hasStatusOk();
        assertThat(areas.lowerEducation(COMMUNE, LocalDate.of(2024, 7, 31))).isTrue();
        assertThat(areas.lowerEducation(COMMUNE, LocalDate.of(2024, 8, 1))).isFalse();
        assertThat(closeArea("999999", "2024-07-31")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"committee-clerk.31813, 95/954/31813/committee-clerk", "committee-chair.95, 95/committee-chair",
            "committee-clerk.96, 96/committee-clerk", "admin, camunda-admin"})
    void nobodyElseEntersAnArea(String account, String group) {
        signIn(account, group);
        assertThat(enterArea(COMMUNE.value(), "border")).hasStatus(403);
        assertThat(loadAreas("unitPath,kind,validFrom,validTo,legalBasis\n95/954,island,2024-07-01,,9/QĐ-UBND\n"))
                .hasStatus(403);
    }

    @Test
    void areasComeFromAFileAllOrNone() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(enterArea("95/954", "desert")).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo("kind");
        assertThat(enterArea("95/000", "border")).hasStatus(422).bodyJson().extractingPath("$.field")
                .isEqualTo("unitPath");
        assertThat(loadAreas("""
                unitPath,kind,validFrom,validTo,legalBasis
                95/956,especially-difficult,2024-07-01,,9/QĐ-UBND
                95/954,desert,2024-07-01,,9/QĐ-UBND
                95/954,border,2024-07-01,2024-06-30,9/QĐ-UBND
                """)).hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("Dòng 3, cột kind", "Dòng 4, cột validTo").doesNotContain("Dòng 2");
        assertThat(http.get().uri("/api/area-classes")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
        assertThat(loadAreas("""
                unitPath,kind,validFrom,validTo,legalBasis
                95/956,especially-difficult,2024-07-01,,9/QĐ-UBND
                """)).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(1);
    }

    @Test
    void filesAreInTheWordsOfTheRegisters() {
        signIn(CLERK, "95/committee-clerk");
        assertThat(loadAreas("Đơn vị;Loại địa bàn;Có hiệu lực từ;Căn cứ pháp lý\nThành phố Bạc Liêu;Hải đảo;01/07/2024;"
                + "9/QĐ-UBND\n")).hasStatus(201);
        assertThat(http.get().uri("/api/area-classes")).bodyJson().extractingPath("$.content[0].kind").isEqualTo("island");
        assertThat(load("Đơn vị;Số Tổ;Số thành viên được bố trí;Có hiệu lực từ;Quyết định\nPhường 2;8;30;01/08/2024;9/QĐ-UBND\n"
                + "Phường 1;8;30;01/08/2024;9/QĐ-UBND\n")).hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .startsWith("Dòng 3, cột Đơn vị: có nhiều đơn vị tên");
    }

    @Test
    void hamletStaysWhileATeamServesInIt(@Autowired ApplicationEventPublisher events) {
        var hamlet = new Hamlet(team.hamletPath(), COMMUNE, "31813-01", "Khóm mẫu", START, null, true);
        assertThatThrownBy(() -> events.publishEvent(new HamletClosing(hamlet, START)))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN));
        fixture.run(() -> teams.dissolve(team.id(), fixture.decision(), START));
        assertThatCode(() -> events.publishEvent(new HamletClosing(hamlet, START))).doesNotThrowAnyException();
    }

    private MvcTestResult load(String file) {
        return load("/api/team-quotas/import", file);
    }

    private MvcTestResult loadAreas(String file) {
        return load("/api/area-classes/import", file);
    }

    private MvcTestResult load(String path, String file) {
        return http.post().uri(path).multipart().file("file", file.getBytes(UTF_8)).exchange();
    }

    private MvcTestResult enterArea(String unit, String kind) {
        return post("/api/area-classes", """
                {"unitPath": "%s", "kind": "%s", "validFrom": "2024-07-01", "legalBasis": "9/QĐ-UBND"}"""
                .formatted(unit, kind));
    }

    private MvcTestResult closeArea(String id, String lastDay) {
        return post("/api/area-classes/" + id + "/closure", "{\"lastDay\": \"%s\"}".formatted(lastDay));
    }

    private MvcTestResult enter(String hamlet, int seats) {
        return post("""
                {"unitPath": "95/954/31813", "hamlet": %s, "teams": 1, "seats": %d, "validFrom": "2024-07-01",
                 "decision": "9/QĐ-UBND"}""".formatted(hamlet == null ? null : "\"" + hamlet + "\"", seats));
    }

    private MvcTestResult post(String body) {
        return post("/api/team-quotas", body);
    }

    private MvcTestResult post(String path, String body) {
        return http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static void signIn(String account, String group) {
        signedIn = Officer.of(account, Set.of(group));
    }
}
