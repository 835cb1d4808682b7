package vn.phongtrao.rating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.TestTables;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.SampleVault;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RatingSource;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.team.TeamRolls;
import vn.phongtrao.unit.UnitPath;

/** The register of ratings, and what teams were taught and given, as officers keep and read them on 1 July 2024. */
@SpringJUnitWebConfig(RatingApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class RatingApiTest {

    private static final String RATINGS = "/api/team-ratings";
    private static final String PROVISIONS = "/api/team-provisions";
    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final String HEAD = "year,unit,team,name,birthYear,citizenId,role,level,decisionNumber,decidedOn\n";
    private static final String CITIZEN = "095080000011";

    private static Officer signedIn;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.rating.web", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import({TestTables.class, TeamRolls.class, TeamProvisions.class, ProvisionFigures.class, TeamRatingRegister.class,
            RatingImport.class, RatingBook.class, LastRatings.class, ProvinceOfficers.class})
    static class Slice {

        @Bean
        StandardServletMultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }

        @Bean
        CurrentOfficer officer() {
            return () -> signedIn;
        }

        @Bean
        JdbcTemplate batches(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        CitizenNumbers citizens() {
            return SampleVault.create();
        }
    }

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ProvisionFigures figures;
    @Autowired
    private LastRatings ratings;
    @Autowired
    private CitizenNumbers citizens;
    private MockMvcTester http;
    private long team;

    @BeforeEach
    void oneTeam(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        jdbc.sql("truncate team, team_rating_result, hamlet, decision cascade").update();
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values ('95/954/31813/31813-01', '95/954/31813', '31813-01', 'Khóm 1', '2020-01-01')""").update();
        var decision = jdbc.sql("""
                insert into decision (authority, position, matter, symbol, year, number, signed_on, subject, dossier_number,
                                      unit_path, signer)
                values ('95/954/31813', 'committee-chair', 'decision', 'QĐ-UBND', 2024, 1, '2024-01-01', 'Mẫu', 'TDT-1',
                        '95/954/31813', 'committee-chair') returning id""").query(Long.class).single();
        team = jdbc.sql("""
                insert into team (unit_path, hamlet_path, name, established_on, established_by)
                values ('95/954/31813', '95/954/31813/31813-01', 'Tổ Khóm 1', '2024-01-01', ?) returning id""")
                .param(decision).query(Long.class).single();
        signIn("95/954/31813/police-officer");
    }

    @Test
    void ratingsOfFormerYearsComeFromAFileAllOrNone() {
        signIn("95/police-officer");
        assertThat(load(RATINGS, HEAD + "2023,95/954/31813,Tổ Khóm 1,,,,,good,12/QĐ-UBND,2023-12-01\n"
                + "2023,95/954/31813,Tổ Khóm 1,Người mẫu,1980," + CITIZEN + ",leader,excellent,12/QĐ-UBND,2023-12-01\n"
                + "2023,95/954/31813,tổ  khóm 1,,,,,failed,12/QĐ-UBND,2023-12-01\n"
                + "2025,95/954/31813,Tổ Khóm 1,Người mẫu,,,,best,12/QĐ-UBND,2024-12-01\n"))
                .hasStatus(422).bodyJson().extractingPath("$.detail").asString().contains("Dòng 4, cột year: đã có kết quả",
                        "Dòng 5").doesNotContain("Dòng 2", "Dòng 3");
        assertThat(count(RATINGS)).isZero();

        assertThat(load(RATINGS, "Năm;Đơn vị;Tên Tổ;Họ tên thành viên;Năm sinh;Số căn cước;Chức danh;Xếp loại;Quyết định;Ngày quyết định\n"
                + "2023;Phường 2;Tổ Khóm 1;;;;;Hoàn thành tốt nhiệm vụ;12/QĐ-UBND;01/12/2023\n"
                + "2023;Phường 2;Tổ Khóm 1;Người mẫu;1980;" + CITIZEN + ";Tổ trưởng;Hoàn thành xuất sắc nhiệm vụ;12/QĐ-UBND;01/12/2023\n"))
                .hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);
        assertThat(http.get().uri(RATINGS + "?sort=subject&subject=member")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"content": [{"year": 2023, "subject": "member", "team": "Tổ Khóm 1", "name": "Người mẫu", "birthYear": 1980,
                   "role": "leader", "roleName": "Tổ trưởng", "level": "excellent", "levelName": "Hoàn thành xuất sắc nhiệm vụ",
                   "decisionNumber": "12/QĐ-UBND", "imported": true, "dossierNumber": null}]}""");
        assertThat(http.get().uri(RATINGS)).hasStatusOk().bodyText().doesNotContain(CITIZEN);
        assertThat(load(RATINGS, HEAD + "2023,95/954/31813,TỔ KHÓM 1,,,,,good,13/QĐ-UBND,2023-12-02\n")).as("twice")
                .hasStatus(422);
        assertThat(count(RATINGS + "?q=khom 1")).isEqualTo(2);
        assertThat(count(RATINGS + "?level=good&year=2023&unit=95/954")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"95/954/31813/police-officer", "95/954/police-officer", "95/committee-clerk", "camunda-admin"})
    void nobodyElseBringsRatings(String group) {
        signIn(group);
        assertThat(load(RATINGS, HEAD)).hasStatus(403);
    }

    @Test
    void ratingsAreReadInTheUnitAndAbove() {
        signIn("95/police-officer");
        load(RATINGS, HEAD + "2023,95/954/31813,Tổ Khóm 1,,,,,good,12/QĐ-UBND,2023-12-01\n");

        signIn("95/956/31843/police-officer");
        assertThat(count(RATINGS)).isZero();
        signIn("95/954/committee-clerk");
        assertThat(count(RATINGS)).isEqualTo(1);
    }

    @Test
    void whoIsProposedForCommendationIsToldOfWithTheLastRatings() {
        signIn("95/police-officer");
        load(RATINGS, HEAD + "2023,95/954/31813,Tổ Khóm 1,,,,,good,12/QĐ-UBND,2023-12-01\n"
                + "2022,95/954/31813,Tổ Khóm 1,,,,,failed,11/QĐ-UBND,2022-12-01\n"
                + "2021,95/954/31813,Tổ Khóm 1,,,,,completed,10/QĐ-UBND,2021-12-01\n"
                + "2023,95/954/31813,Tổ Khóm 1,Người mẫu,1980," + CITIZEN + ",leader,completed,12/QĐ-UBND,2023-12-01\n");
        jdbc.sql("update team_rating_result set level = 'unrated' where year = 2021").update();
        var citizen = citizens.seal("citizenId", CITIZEN, Optional.empty()).digest();

        var told = ratings.of(COMMUNE, List.of(new RatingSource.Asked("1. Tổ", null, "TỔ khóm 1"),
                new RatingSource.Asked("2. Người", citizen, null), new RatingSource.Asked("3. Hộ", null, "Hộ mẫu")));

        assertThat(told).extracting(RatingSource.Told::key).containsExactly("1. Tổ", "1. Tổ", "1. Tổ", "2. Người");
        assertThat(told).extracting(RatingSource.Told::favourable).containsExactly(true, false, false, true);
        assertThat(told.get(0).message()).isEqualTo("Xếp loại năm 2023: Hoàn thành tốt nhiệm vụ (Quyết định số 12/QĐ-UBND ngày 01/12/2023)");
        assertThat(told.get(3).message()).startsWith("Xếp loại năm 2023: Hoàn thành nhiệm vụ, Tổ Khóm 1 (");
        assertThat(ratings.of(UnitPath.of("95/956"), List.of(new RatingSource.Asked("1", null, "Tổ Khóm 1"))))
                .as("of another unit").isEmpty();
        assertThat(ratings.of(COMMUNE, List.of())).isEmpty();
    }

    @Test
    void whatATeamWasTaughtAndGivenIsCounted() {
        assertThat(enter("training", "2024-01-01", "2024-03-31", 2, 8)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"team": "Tổ Khóm 1", "unitPath": "95/954/31813", "kind": "training", "kindName": "Bồi dưỡng, tập huấn",
                 "quantity": 2, "attendances": 8}""");
        assertThat(enter("training", "2024-01-01", "2024-03-31", 3, 12)).as("takes the place").hasStatus(201);
        assertThat(enter("uniform", "2024-01-01", "2024-06-30", 4, null)).hasStatus(201);

        assertThat(count(PROVISIONS)).isEqualTo(2);
        assertThat(count(PROVISIONS + "?group=equipment&from=2024-06-30&to=2024-06-30&q=khom")).isEqualTo(1);
        assertThat(figures.count(new FigureSource.Asked(UnitPath.of("95"), LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30)))).extracting(FigureSource.Count::figure, FigureSource.Count::parts,
                FigureSource.Count::number).containsExactlyInAnyOrder(
                tuple("trainings", List.of(), 3L),
                tuple("trainingAttendances", List.of(), 12L),
                tuple("equipment", List.of("uniform"), 4L));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"training, 2024-04-01, 2024-03-31, 1, 1, 422, periodTo",
            "training, 2024-04-01, 2024-07-02, 1, 1, 422, periodTo", "training, 2023-01-01, 2023-12-31, 1, 1, 422, periodFrom",
            "training, 2024-02-01, 2024-04-30, 1, 1, 422, periodFrom", "training, 2024-04-01, 2024-04-30, 1, -, 400, attendances",
            "device, 2024-04-01, 2024-04-30, 1, 1, 400, attendances", "device, 2024-04-01, 2024-04-30, -1, -, 400, quantity",
            "tank, 2024-04-01, 2024-04-30, 1, -, 400, kind", "device, 2024-02-30, 2024-04-30, 1, -, 400, periodFrom"})
    void badCountsAreRefusedByName(String kind, String from, String to, int quantity, Integer attendances, int status,
                                   String field) {
        enter("training", "2024-01-01", "2024-03-31", 2, 8);
        assertThat(enter(kind, from, to, quantity, attendances)).hasStatus(status).bodyJson().extractingPath("$.field")
                .isEqualTo(field);
        assertThat(count(PROVISIONS)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"95/954/31813/police-officer, 201", "95/954/police-officer, 201", "95/police-officer, 201",
            "95/956/31843/police-officer, 403", "95/954/31813/police-chief, 403", "95/954/31813/committee-clerk, 403",
            "camunda-admin, 403"})
    void policeOfficersOfTheCommuneAndAboveKeepTheCounts(String group, int status) {
        signIn(group);
        assertThat(enter("device", "2024-01-01", "2024-03-31", 2, null)).hasStatus(status);
    }

    @Test
    void countsComeFromAFile() {
        assertThat(load(PROVISIONS, "team,kind,from,to,quantity,attendances\nTổ Khóm 1,training,2024-01-01,2024-03-31,2,8\n"
                + "Tổ Khóm 9,uniform,2024-01-01,2024-03-31,2,\nTổ Khóm 1,uniform,2024-01-01,2024-03-31,2,3\n")).hasStatus(422)
                .bodyJson().extractingPath("$.detail").asString().contains("Dòng 3, cột team", "Dòng 4, cột attendances");
        assertThat(load(PROVISIONS, "Tên Tổ;Loại;Từ ngày;Đến ngày;Số lớp, số trang bị;Lượt người\n"
                + "Tổ Khóm 1;Bồi dưỡng, tập huấn;01/01/2024;31/03/2024;2;8\n")).hasStatus(201);
        assertThat(count(PROVISIONS)).isEqualTo(1);
        signIn("95/954/31813/committee-clerk");
        assertThat(load(PROVISIONS, "team,kind,from,to,quantity,attendances\n")).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({RATINGS + "?sort=citizen, sort", PROVISIONS + "?sort=x, sort", PROVISIONS + "?kind=tank, kind",
            PROVISIONS + "?group=none, group", RATINGS + "?year=soon, year"})
    void badQueriesAreNamed(String uri, String field) {
        assertThat(http.get().uri(uri)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    private int count(String uri) {
        var answer = http.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(UTF_8), "$.page.totalElements");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult enter(String kind, String from, String to, int quantity, Integer attendances) {
        return http.post().uri(PROVISIONS).contentType(MediaType.APPLICATION_JSON).content("""
                {"teamId": %d, "kind": "%s", "periodFrom": "%s", "periodTo": "%s", "quantity": %d, "attendances": %s}"""
                .formatted(team, kind, from, to, quantity, attendances)).exchange();
    }

    private MvcTestResult load(String path, String file) {
        return http.post().uri(path + "/import").multipart().file("file", file.getBytes(UTF_8)).exchange();
    }

    private static void signIn(String group) {
        signedIn = group.equals("camunda-admin") ? new Officer("admin", Set.of(), true)
                : Officer.of("somebody", Set.of(group));
    }
}
