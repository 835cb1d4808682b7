package vn.phongtrao.safearea;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Set;

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
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestTables;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.unit.UnitPath;

/** Agencies, enterprises and schools, and who has registered, as officers keep and read them on 1 July 2024. */
@SpringJUnitWebConfig(SubjectsApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class SubjectsApiTest {

    private static final String BODIES = "/api/safe-areas/bodies";
    private static final String REGISTRATIONS = "/api/safe-areas/registrations";
    private static final String COMMUNE = "95/954/31813";
    private static final String SCHOOL = """
            {"unitPath": "95/954/31813", "kind": "school", "type": "secondary-school", "name": "Trường trung học mẫu",
             "manager": "commune", "validFrom": "2010-09-05"}""";
    private static final String HAMLET = """
            {"year": 2024, "subject": "hamlet", "unitPath": "95/954/31813", "hamlet": "Khóm 1", "registeredOn": "2024-02-15",
             "resolutionNumber": "03-NQ/CB", "resolvedOn": "2024-01-20", "householdsRegistered": 95, "households": 100}""";

    private static Officer signedIn;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.safearea.web", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import({TestTables.class, SafeAreaBodies.class, SafeAreaRegistrations.class, SafeAreaRegister.class,
            SafeAreaShares.class, SafeAreaImport.class, AreaFinder.class, AreaStandards.class, AreaResults.class,
            AreaProposals.class, AreaRegistrations.class, ProvinceOfficers.class})
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
        Rules rules() {
            return new RulesOnFile();
        }

        @Bean
        Authorities authorities() {
            var authorities = mock(Authorities.class);
            when(authorities.nameOf(UnitPath.of(COMMUNE))).thenReturn("Phường 2");
            return authorities;
        }
    }

    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aHamletAndNoBody(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        jdbc.sql("truncate safe_area_body, safe_area_registration, safe_area_result").update();
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values ('95/954/31813/31813-01', '95/954/31813', '31813-01', 'Khóm 1', '2004-01-01')
                on conflict do nothing""").update();
        signIn(COMMUNE + "/police-officer");
    }

    @Test
    void aSchoolIsEnteredWithWhoseItIsAndEndsOnce() throws Exception {
        var entered = post(BODIES, SCHOOL);
        assertThat(entered).hasStatus(201).bodyJson().extractingPath("$.kindName").isEqualTo("Cơ sở giáo dục");
        int id = JsonPath.read(entered.getResponse().getContentAsString(), "$.id");
        assertThat(JsonPath.<String>read(entered.getResponse().getContentAsString(), "$.code")).isEqualTo("0-" + id);

        assertThat(post(BODIES, SCHOOL.replace("Trường trung học mẫu", "TRƯỜNG  trung học mẫu"))).as("once")
                .hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("name");
        assertThat(post(BODIES + "/" + id + "/closure", "{\"lastDay\": \"2024-05-31\"}")).hasStatusOk();
        assertThat(post(BODIES + "/" + id + "/closure", "{\"lastDay\": \"2024-06-30\"}")).hasStatus(409);
        assertThat(list(BODIES + "?on=2024-05-31", "name")).containsExactly("Trường trung học mẫu");
        assertThat(list(BODIES + "?on=2024-06-01", "name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"secondary-school,primary-school,type,422", "secondary-school,kindergarten,type,422",
            "secondary-school,small-enterprise,type,422", "secondary-school,x,type,400", "school,hamlet,kind,400",
            "commune,district,manager,400", "2010-09-05,2024-07-02,validFrom,422",
            "95/954/31813,95/954,unitPath,422", "Trường trung học mẫu,123,name,400", "school,x,kind,400"})
    void aBodyThatIsNotJudgedOrNotReadableIsNamedAndNotKept(String part, String wrong, String field, int status)
            throws Exception {
        assertThat(post(BODIES, SCHOOL.replace("\"" + part + "\"", "\"" + wrong + "\""))).hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(list(BODIES, "name")).isEmpty();
    }

    @Test
    void aRegistrationCountsTheHouseholdsAndIsReplacedByALaterOne() throws Exception {
        assertThat(post(REGISTRATIONS, HAMLET)).hasStatus(201).bodyJson().extractingPath("$.householdShare")
                .isEqualTo(0.95);
        assertThat(post(REGISTRATIONS, HAMLET.replace(" 95,", " 100,").replace("2024-02-15", "2024-04-01")))
                .hasStatus(201).bodyJson().extractingPath("$.inTime").isEqualTo(false);
        assertThat(list(REGISTRATIONS, "householdsRegistered")).containsExactly(100);
        assertThat(list(REGISTRATIONS + "?inTime=true", "name")).isEmpty();
        assertThat(list(REGISTRATIONS + "?from=2024-04-01&to=2024-04-01&q=khom 1", "name"))
                .containsExactly("Khóm 1, Phường 2");
    }

    @Test
    void aLateRegistrationIsNotMadeTimelyByWhomItConcernsAndSaysWhenItWasEntered() throws Exception {
        var late = HAMLET.replace("2024-02-15", "2024-05-02");
        assertThat(post(REGISTRATIONS, late)).hasStatus(201).bodyJson().extractingPath("$.enteredAt").asString()
                .startsWith("2024-07-0");
        assertThat(post(REGISTRATIONS, HAMLET)).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("registeredOn");
        assertThat(list(REGISTRATIONS, "registeredOn")).containsExactly("2024-05-02");
        assertThat(post(REGISTRATIONS, late.replace(" 95,", " 100,"))).as("what else was wrong").hasStatus(201);

        signIn("95/954/police-officer");
        assertThat(post(REGISTRATIONS, HAMLET)).as("a slip is put right above").hasStatus(201);
    }

    @Test
    void whoIsRecognisedForTheYearKeepsItsRegistration() {
        post(REGISTRATIONS, HAMLET);
        jdbc.sql("""
                insert into safe_area_result (year, subject, area_path, area_name, unit_path, result, decided_on, decision_number,
                                              imported_by)
                values (2024, 'hamlet', '95/954/31813/31813-01', 'x', '95/954/31813', 'passed', '2024-11-05', '9/QĐ-UBND', 'x')""")
                .update();

        assertThat(post(REGISTRATIONS, HAMLET)).hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("đã được công nhận năm 2024");
    }

    @ParameterizedTest
    @CsvSource({"' 95,',' 101,',householdsRegistered,422", "' 95,',' -1,',householdsRegistered,400",
            "' 95,',' null,',householdsRegistered,400", "' 100}',' 0}',householdsRegistered,422",
            "2024-02-15,2023-02-15,registeredOn,422", "2024-02-15,2024-07-02,registeredOn,422",
            "2024-01-20,2024-07-02,resolvedOn,422", "'\"03-NQ/CB\"',null,resolutionNumber,400",
            "Khóm 1,Khóm 99,hamlet,400", "'\"Khóm 1\"',null,hamlet,400",
            "'\"hamlet\", ','\"x\", ',subject,400",
            "2024,null,year,400", "95/954/31813,95/954,unitPath,422", "'\"hamlet\", ','\"commune\", ',households,400",
            "'\"hamlet\", ','\"school\", ',body,400"})
    void aWrongRegistrationIsNamedAndNotKept(String part, String wrong, String field, int status) throws Exception {
        var at = HAMLET.indexOf(part);
        assertThat(at).isNotNegative();
        assertThat(post(REGISTRATIONS, HAMLET.substring(0, at) + wrong + HAMLET.substring(at + part.length())))
                .hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(list(REGISTRATIONS, "name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"95/954/31813/police-officer,201,1", "95/954/police-officer,201,1", "95/police-officer,201,1",
            "95/954/31813/police-chief,403,1", "95/954/31813/committee-clerk,403,1",
            "95/956/31843/police-officer,403,0", "camunda-admin,403,1"})
    void policeOfficersOfTheCommuneAndAboveKeepThemAndWhoeverOverseesThemReadsThem(String group, int status, int seen)
            throws Exception {
        post(BODIES, SCHOOL);
        post(REGISTRATIONS, HAMLET);

        signIn(group);
        assertThat(post(BODIES, SCHOOL.replace("mẫu", "khác"))).hasStatus(status);
        assertThat(post(REGISTRATIONS, HAMLET)).hasStatus(status);
        assertThat(list(BODIES + "?q=truong trung hoc mau", "name")).hasSize(seen);
        assertThat(list(REGISTRATIONS, "name")).hasSize(seen);
    }

    @Test
    void filesAreTakenWholeOrNotAtAll() throws Exception {
        var bodies = "Đơn vị;Loại;Loại, quy mô;Cơ quan, doanh nghiệp, cơ sở giáo dục;Cấp quản lý;Hoạt động từ\n"
                + "Phường 2;Doanh nghiệp;Doanh nghiệp vừa;Công ty mẫu;Cấp trên quản lý;01/01/2020\n";
        assertThat(load(BODIES, bodies + "Phường 2;Doanh nghiệp;Doanh nghiệp nhỏ;Công ty hai;Cấp xã quản lý;01/01/2020\n"))
                .hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("Dòng 3, cột Loại, quy mô: Doanh nghiệp loại này không thuộc đối tượng xét");
        assertThat(list(BODIES, "name")).isEmpty();
        assertThat(load(BODIES, bodies)).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(1);

        var registrations = "year;subject;unit;hamlet;body;registeredOn;resolutionNumber;resolvedOn;householdsRegistered;households\n"
                + "2024;hamlet;Phường 2;Khóm 1;;15/02/2024;03-NQ/CB;20/01/2024;100;100\n"
                + "2024;enterprise;Phường 2;;công ty mẫu;20/03/2024;;;;\n";
        assertThat(load(REGISTRATIONS, registrations + "2024;commune;Phường 2;;;20/03/2024;;;;\n")).hasStatus(422)
                .bodyJson().extractingPath("$.detail").asString().contains("Dòng 4, cột resolutionNumber");
        assertThat(list(REGISTRATIONS, "name")).isEmpty();
        assertThat(load(REGISTRATIONS, registrations)).hasStatus(201);
        assertThat(list(REGISTRATIONS + "?sort=name", "name")).containsExactly("Công ty mẫu, Phường 2", "Khóm 1, Phường 2");
    }

    private <T> List<T> list(String path, String field) throws UnsupportedEncodingException {
        var answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.content[*]." + field);
    }

    private MvcTestResult post(String path, String body) {
        return http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult load(String path, String file) {
        return http.post().uri(path + "/import").multipart().file("file", file.getBytes(UTF_8)).exchange();
    }

    private static void signIn(String group) {
        signedIn = Officer.of("somebody", Set.of(group));
    }
}
