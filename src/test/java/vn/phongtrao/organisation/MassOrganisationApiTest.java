package vn.phongtrao.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.TestTables;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;

/** The register of mass organisations, as officers keep and read it on 1 July 2024. */
@SpringJUnitWebConfig(MassOrganisationApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class MassOrganisationApiTest {

    private static final String LIST = "/api/mass-organisations";
    private static final String COMMUNE = "95/954/31813";
    private static final String GROUP = """
            {"unitPath": "95/954/31813", "name": "Tổ tự quản Khóm Mẫu", "kind": "Tổ tự quản", "members": 12,
             "activeFrom": "2020-03-01"}""";

    private static Officer signedIn;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.organisation", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import(TestTables.class)
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

    private MockMvcTester http;

    @BeforeEach
    void none(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc) {
        http = MockMvcTester.from(context);
        jdbc.sql("truncate mass_organisation, mass_organisation_members").update();
        signIn(COMMUNE + "/police-officer");
    }

    @Test
    void membersAreThoseOfTheLastCountUntilTheDay() throws Exception {
        var id = entered(GROUP);
        assertThat(post("/" + id + "/counts", "{\"countedOn\": \"2024-06-30\", \"members\": 15}")).hasStatusOk()
                .bodyJson().extractingPath("$.members").isEqualTo(15);
        post("/" + id + "/counts", "{\"countedOn\": \"2023-12-31\", \"members\": 9}");
        post("/" + id + "/counts", "{\"countedOn\": \"2023-12-31\", \"members\": 10}");

        assertThat(members("")).containsExactly(15);
        assertThat(members("?on=2024-06-30")).containsExactly(15);
        assertThat(members("?on=2024-06-29")).containsExactly(10);
        assertThat(members("?on=2020-03-01")).containsExactly(12);
        assertThat(members("?on=2020-02-29")).as("before it was there").isEmpty();
    }

    @Test
    void whatHasEndedIsCountedUntilItsLastDay() throws Exception {
        var id = entered(GROUP);

        assertThat(post("/" + id + "/closure", "{\"lastDay\": \"2024-03-31\"}")).hasStatusOk();
        assertThat(post("/" + id + "/closure", "{\"lastDay\": \"2024-04-30\"}")).hasStatus(409);
        assertThat(post("/" + id + "/counts", "{\"countedOn\": \"2024-04-01\", \"members\": 1}")).hasStatus(422)
                .bodyJson().extractingPath("$.field").isEqualTo("countedOn");

        assertThat(members("?on=2024-03-31")).hasSize(1);
        assertThat(members("?on=2024-04-01")).isEmpty();
        assertThat(members("")).as("still in the register").hasSize(1);
    }

    @Test
    void aCountAfterTheLastDayIsNoneOfItsMembers() throws Exception {
        var id = entered(GROUP);
        post("/" + id + "/counts", "{\"countedOn\": \"2024-06-30\", \"members\": 99}");

        assertThat(post("/" + id + "/closure", "{\"lastDay\": \"2024-03-31\"}")).hasStatusOk().bodyJson()
                .extractingPath("$.members").isEqualTo(12);
        assertThat(members("")).containsExactly(12);
    }

    @Test
    void whoCountsWhileItIsClosedIsToldSo(@Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager manager)
            throws Exception {
        var id = entered(GROUP);

        var counted = new TransactionTemplate(manager).execute(closing -> {
            Turn.take(jdbc, MassOrganisations.TURN + COMMUNE);
            jdbc.sql("update mass_organisation set active_until = '2024-03-31'").update();
            var count = CompletableFuture.supplyAsync(() ->
                    post("/" + id + "/counts", "{\"countedOn\": \"2024-06-30\", \"members\": 99}"));
            await().until(() -> count.isDone() || jdbc.sql("""
                    select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)""")
                    .query(Boolean.class).single());
            return count;
        });

        assertThat(counted.get()).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("countedOn");
    }

    @Test
    void aNameIsActiveOnceInACommuneHoweverItIsSpelled() throws Exception {
        var id = entered(GROUP);
        assertThat(post("", GROUP.replace("Tổ tự quản Khóm Mẫu", "TỔ TỰ QUẢN  khóm mẫu"))).hasStatus(422).bodyJson()
                .extractingPath("$.field").isEqualTo("name");
        signIn("95/956/31843/police-officer");
        assertThat(post("", GROUP.replace(COMMUNE, "95/956/31843"))).as("elsewhere").hasStatus(201);

        signIn(COMMUNE + "/police-officer");
        post("/" + id + "/closure", "{\"lastDay\": \"2024-03-31\"}");
        assertThat(post("", GROUP.replace("2020-03-01", "2024-03-31"))).as("on the last day of the first").hasStatus(422);
        assertThat(post("", GROUP.replace("2020-03-01", "2024-04-01"))).as("again, when the first has ended")
                .hasStatus(201);
        assertThat(members("?on=2024-03-31")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"95/954/31813/police-officer,201,1", "95/954/police-officer,201,1", "95/police-officer,201,1",
            "95/954/31813/police-chief,403,1", "95/954/31813/committee-clerk,403,1",
            "95/954/31813/committee-chair,403,1", "95/954/31813/council-member,403,1",
            "95/956/31843/police-officer,403,0", "95/956/police-officer,403,0", "camunda-admin,403,1"})
    void policeOfficersOfTheCommuneAndAboveKeepItAndWhoeverOverseesItReadsIt(String group, int status, int seen)
            throws Exception {
        var id = entered(GROUP);

        signIn(group);
        assertThat(post("", GROUP.replace("Khóm Mẫu", "Khóm Khác"))).hasStatus(status);
        assertThat(post("/" + id + "/counts", "{\"countedOn\": \"2024-07-01\", \"members\": 1}"))
                .hasStatus(status == 201 ? 200 : 403);
        assertThat(members("?q=khom+mau")).hasSize(seen);
        assertThat(post("/" + id + "/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatus(status == 201 ? 200 : 403);
        assertThat(load("unitPath;name;kind;members;activeFrom\n;Nhóm mẫu;Tổ tự quản;1;01/07/2024\n"))
                .hasStatus(group.equals(COMMUNE + "/police-officer") || group.equals("95/956/31843/police-officer") ? 201
                        : group.endsWith("police-officer") ? 422 : 403);
    }

    @ParameterizedTest
    @CsvSource({"'\"members\": 12','\"members\": -1',members,400", "'\"members\": 12','\"members\": 1000001',members,400",
            "'\"members\": 12','\"members\": null',members,400", "2020-03-01,2024-07-02,activeFrom,422",
            "95/954/31813,95/954,unitPath,422", "95/954/31813,95/954/99999,unitPath,422",
            "Tổ tự quản Khóm Mẫu,123,name,400", "'\"Tổ tự quản\"','\" \"',kind,400"})
    void badInputIsNamedAndNothingIsKept(String part, String wrong, String field, int status) throws Exception {
        assertThat(post("", GROUP.replace(part, wrong))).hasStatus(status).bodyJson().extractingPath("$.field")
                .isEqualTo(field);
        assertThat(members("")).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsReadToItsBoundAndNoFurther() {
        for (var endless : List.of("x", " ")) {
            assertThat(post("", "{\"name\": \"" + endless.repeat(9_000_000) + "\"}")).hasStatus(413).bodyJson()
                    .extractingPath("$.detail").isEqualTo("Nội dung gửi lên quá lớn");
        }
    }

    @Test
    void noneOfTwoFilesIsDroppedUnseen() throws Exception {
        var file = "unitPath;name;kind;members;activeFrom\n;Nhóm mẫu;Tổ tự quản;7;01/07/2024\n".getBytes(UTF_8);

        for (var second : List.of("file", "other")) {
            assertThat(http.post().uri(LIST + "/import").multipart().file("file", file).file(second, file))
                    .hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo("file");
        }
        assertThat(members("")).isEmpty();
    }

    @Test
    void moreMembersThanAWholeNumberHoldsAreCounted(@Autowired MassOrganisations register, @Autowired JdbcClient jdbc) {
        jdbc.sql("""
                insert into mass_organisation (unit_path, name, kind, active_from)
                select '95/954/31813', 'Tổ ' || number, 'Tổ', '2024-01-01' from generate_series(1, 3000) number""")
                .update();
        jdbc.sql("""
                insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                select id, active_from, 1000000, 'mẫu' from mass_organisation""").update();

        assertThat(register.on(List.of(UnitPath.of(COMMUNE)), LocalDate.of(2024, 6, 30)))
                .isEqualTo(new MassOrganisations.Count(3000, 3_000_000_000L));
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() throws Exception {
        signIn("95/police-officer");
        var head = "unitPath;name;kind;members;activeFrom\n";
        var rows = "95/954/31813;Tổ tự quản 1;Tổ tự quản;10;01/01/2020\n95/956/31843;Câu lạc bộ mẫu;Câu lạc bộ;25;01/05/2021\n";

        assertThat(load(head + rows + "95/956/31843;CÂU LẠC BỘ MẪU;Câu lạc bộ;1;01/05/2021\n95/954;Tổ;Tổ;1;01/05/2021\n"))
                .hasStatus(422).bodyText().contains("4", "5");
        assertThat(members("")).isEmpty();
        assertThat(load(head + rows)).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);
        assertThat(members("?kind=CÂU LẠC BỘ")).containsExactly(25);
        assertThat(members("?unit=95/954")).containsExactly(10);
    }

    @Test
    void aFileIsInTheWordsOfTheRegisterAndTellsWhatIsWrongInThem() throws Exception {
        assertThat(load("Tên tổ chức;Loại;Số thành viên;Hoạt động từ;Đơn vị\nNhóm mẫu;Tổ tự quản;7;01/07/2024;Phường 2\n"
                + "Nhóm hai;Tổ tự quản;8;01/07/2024;\n")).hasStatus(201);
        assertThat(members("?unit=" + COMMUNE)).containsExactlyInAnyOrder(7, 8);
        assertThat(load("Tên tổ chức;Loại;Số thành viên;Hoạt động từ\nNhóm ba;Tổ;nhiều;01/07/2024\n")).hasStatus(422)
                .bodyJson().extractingPath("$.detail").asString().startsWith("Dòng 2, cột Số thành viên: ");
    }

    @Test
    void withoutAUnitARowIsOfTheOfficersCommuneAndNotOfAnEndedOneWhoseBusinessItDoes() throws Exception {
        signedIn = Officer.of("somebody", Set.of("95/900/99999/police-officer", COMMUNE + "/police-officer"));

        assertThat(load("unitPath;name;kind;members;activeFrom\n;Nhóm mẫu;Tổ tự quản;7;01/07/2024\n")).hasStatus(201);
        assertThat(members("?unit=" + COMMUNE)).containsExactly(7);
    }

    private int entered(String body) throws UnsupportedEncodingException {
        var answer = post("", body);
        assertThat(answer).hasStatus(201);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    private List<Integer> members(String query) throws UnsupportedEncodingException {
        var answer = http.get().uri(LIST + query).exchange();
        assertThat(answer).hasStatusOk();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.content[*].members");
    }

    private MvcTestResult post(String path, String body) {
        return http.post().uri(LIST + path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult load(String file) {
        return http.post().uri(LIST + "/import").multipart().file("file", file.getBytes(UTF_8)).exchange();
    }

    private static void signIn(String group) {
        signedIn = Officer.of("somebody", Set.of(group));
    }
}
