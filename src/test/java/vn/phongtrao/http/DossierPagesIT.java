package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.document.Samples;
import vn.phongtrao.local.WebSession;
import vn.phongtrao.unit.Position;

/** A dossier's pages and documents: every position of its unit and of others, and what the list is asked wrongly. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierPagesIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    private String number;
    private String documents;
    private long document;
    private WebSession officer;

    @BeforeAll
    void dossierWithADocument() {
        number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người trên trang hồ sơ"))));
        documents = "/api/dossiers/" + number + "/documents";
        document = client.as(OFFICER).upload(documents, Map.of("a.pdf", Samples.pdf())).expectOk().json().at("/0/id")
                .asLong();
        officer = new WebSession(client.address());
        officer.signIn("/dossiers", OFFICER);
    }

    @ParameterizedTest
    @MethodSource
    void documentsAreReadFromAboveAndAddedWhereTheDossierIs(Actor actor) {
        var reads = actor.administrator() || actor.in(COMMUNE, DISTRICT, PROVINCE);
        var adds = actor.in(COMMUNE) && actor.position() != Position.COUNCIL_MEMBER;
        var own = client.as(actor.account());

        for (var path : List.of("/api/dossiers/" + number, documents, documents + "/" + document)) {
            var answer = own.get(path);
            assertThat(answer.status()).as(actor + " " + path).isEqualTo(reads ? 200 : 403);
            assertThat(answer.body().contains("Người trên trang")).isEqualTo(reads && path.endsWith(number));
        }
        assertThat(own.upload(documents, Map.of("b.pdf", Samples.pdf())).status()).as(actor + " adds")
                .isEqualTo(adds ? 201 : 403);
    }

    static List<Actor> documentsAreReadFromAboveAndAddedWhereTheDossierIs() {
        return Actor.all();
    }

    @ParameterizedTest
    @MethodSource
    void pagesOpenForEveryPositionOfTheOwnUnitAndForNoneOfAnother(Actor actor) {
        var session = new WebSession(client.address());
        var reads = actor.in(COMMUNE);
        var page = session.signIn("/dossiers/" + number, actor.account());

        for (var answer : List.of(page, session.get("/dossiers/" + number + "/fragment"))) {
            assertThat(answer.statusCode()).isEqualTo(reads ? 200 : 403);
            assertThat(answer.body().contains("Người trên trang hồ sơ")).isEqualTo(reads);
        }
        assertThat(session.get("/dossiers?q=" + number).body())
                .contains(reads ? "/dossiers/" + number : ">0 hồ sơ<");
    }

    static Stream<Actor> pagesOpenForEveryPositionOfTheOwnUnitAndForNoneOfAnother() {
        return Stream.of(COMMUNE, SIBLING_COMMUNE)
                .flatMap(unit -> Arrays.stream(Position.values()).map(position -> Actor.of(position, unit)));
    }

    @ParameterizedTest
    @CsvSource({"giấy khen, 1", "GIẤY KHEN, 1", "gia\u0302\u0301y khen, 1", "' giay  khen ', 1", "bằng khen, 0", "%_, 0"})
    void aDossierIsFoundByAPartOfItsName(String part, int found) {
        var name = "&name=" + URLEncoder.encode(part, StandardCharsets.UTF_8);

        assertThat(client.as(OFFICER).get("/api/dossiers?number=" + number + name).json().at("/page/totalElements")
                .asInt()).isEqualTo(found);
    }

    @Test
    void aDossierIsFoundByItsNumberANomineeOrItsAchievementHoweverTheyAreTyped() {
        var proposed = new HashMap<>(proposal("commune-certificate", "ad-hoc", List.of(individual("Đặng Thúy Hoà"))));
        proposed.put("achievement", "Bắt đối tượng phá hoại ở Ấp Mỹ Hòa");
        var own = journey.propose(OFFICER, proposed);
        journey.complete(own, "complete-dossier", OFFICER, Map.of("achievement", "Cứu người ở Ấp Mỹ Hòa"));

        for (var text : List.of(own, " " + own.toLowerCase(Locale.ROOT) + " ", "dang thuy hoa", "ĐẶNG THUÝ HÒA",
                "\u00D0ặng  Thúy", Normalizer.normalize("Thúy Hoà", Normalizer.Form.NFD), "cuu nguoi o ap my hoa",
                "ấp Mỹ Hoà")) {
            assertThat(officer.get("/dossiers?" + q(text)).body()).as("page: " + text).contains("/dossiers/" + own);
            assertThat(client.as(OFFICER).get("/api/dossiers?" + q(text)).body()).as("api: " + text).contains(own);
        }
        for (var text : List.of("pha hoai", "Đặng Thúy Hòa Bình", "...", "%")) {
            assertThat(client.as(OFFICER).get("/api/dossiers?" + q(text)).body()).as(text).doesNotContain(own);
        }
        assertThat(client.as("police-officer.31843").get("/api/dossiers?" + q("dang thuy hoa")).body())
                .doesNotContain(own);
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"scope=NOBODY,Phạm vi", "scope=all,Phạm vi", "status=open,Trạng thái", "status=in-progress,Trạng thái",
            "openedFrom=yesterday,Lập từ ngày", "openedFrom=2024-02-30,Lập từ ngày",
            "openedTo=%2B999999999-12-31,đến ngày", "openedTo=31/12/2024,đến ngày", "q=a%00b,'Tìm số, tên, thành tích'",
            "q=a%E2%80%AEb,'Tìm số, tên, thành tích'", "q=%F0%9F%91%AE,'Tìm số, tên, thành tích'"})
    void aValueThatCannotBeReadIsNamedOnAPage(String query, String label) {
        var page = officer.get("/dossiers?" + query);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("Không đọc được giá trị của ô &quot;" + label + "&quot;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=9999", "page=2147483647", "page=2147483647&size=1"})
    void aPageBehindTheLastIsNotFound(String query) {
        var page = officer.get("/dossiers?" + query);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Danh sách hồ sơ không có trang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "page=99999999999", "size=0", "size=-5", "size=1000000",
            "sort=number;drop", "sort=unknown,desc", "scope=", "status=", "openedFrom=&openedTo=", "q=",
            "q=%25%27%3Cscript%3E", "q=%E2%80%8B", "unknown=x"})
    void whatDoesNotMatterIsPassedOver(String query) {
        var page = officer.get("/dossiers?" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Hồ sơ</h1>").doesNotContain("<script>");
    }

    @Test
    void aDossierThatDoesNotExistIsNotFound() {
        assertThat(officer.get("/dossiers/KT-0").statusCode()).isEqualTo(404);
        assertThat(officer.get("/dossiers/KT-0/fragment").statusCode()).isEqualTo(404);
    }
}
