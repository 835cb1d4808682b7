package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** Pages in the language that the person has chosen. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageLanguageIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String OVERSEER = "police-officer.95";
    private static final String IN_ENGLISH = "/?language=en";
    /** What a page says by itself: headings, names of fields, buttons, marks, and what a screen reader is told. */
    private static final Pattern SAID = Pattern.compile("<(title|h1|h2|dt|th|button)\\b[^>]*>(.*?)</\\1>"
            + "|<label\\b[^>]*>(?:<span>)?([^<]*)|<span class=\"mark[^>]*>([^<]*)|aria-label=\"([^\"]*)\"",
            Pattern.DOTALL);
    private static final String NAME = "Phong trào TDBVANTQ|đồng";
    private static final String ACCENTED = "[\\p{L}&&[^\\p{ASCII}]]";
    private static final String MISSING = "??";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    private String number;
    private WebSession vietnamese;
    private WebSession english;

    @BeforeAll
    void signInTwice() {
        number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("An"))));
        vietnamese = signedIn("/", OFFICER);
        english = signedIn(IN_ENGLISH, OFFICER);
    }

    private WebSession signedIn(String page, String account) {
        var session = new WebSession(client.address());
        session.signIn(page, account);
        return session;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/figures", "/dossiers", "/dossiers/{number}", "/dossiers/{number}/fragment", "/registers",
            "/registers/awards", "/registers/decisions", "/registers/hamlets", "/registers/models",
            "/registers/safe-areas", "/registers/teams", "/registers/units", "/session/dialogs", "/verify"})
    void pagesSayEverythingInTheLanguageOfThePerson(String path) {
        assertInItsLanguage(path.replace("{number}", number), english, vietnamese);
    }

    @ParameterizedTest
    @MethodSource
    void theContentOfADossierIsNamedInTheLanguageOfThePerson(String process, Walks.Walk walk) {
        var ended = journey.walk(process, walk);

        assertInItsLanguage("/dossiers/" + ended, signedIn(IN_ENGLISH, OVERSEER), signedIn("/", OVERSEER));
    }

    static Stream<Arguments> theContentOfADossierIsNamedInTheLanguageOfThePerson() {
        return Walks.ALL.stream().map(walks -> Arguments.of(walks.process(), walks.walks().get(0)));
    }

    private static void assertInItsLanguage(String path, WebSession english, WebSession vietnamese) {
        var page = english.get(path);
        var other = vietnamese.get(path);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(MISSING);
        assertThat(other.body()).doesNotContain(MISSING);
        assertThat(said(page.body())).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContainPattern(ACCENTED))
                .hasSameSizeAs(said(other.body()));
        assertThat(String.join(" ", said(other.body()))).containsPattern(ACCENTED);
    }

    @Test
    void thePathIsExplainedInTheLanguageOfThePerson() {
        assertThat(english.get("/dossiers/" + number + "/path").body()).contains("lang=\"en\"", "Path of dossier")
                .containsPattern("Version \\d+, started").doesNotContain(MISSING);
        assertThat(vietnamese.get("/dossiers/" + number + "/path").body()).contains("lang=\"vi\"", "Đường đi của hồ sơ")
                .containsPattern("Phiên bản \\d+, bắt đầu").doesNotContain(MISSING);
    }

    @Test
    void aPageSaysWhoIsSignedInByNameAndLeadsToItselfInTheOtherLanguage() {
        assertThat(english.get("/dossiers?scope=SENT&number=%25").body())
                .contains("title=\"" + OFFICER + "\">Trần Văn Mẫu<",
                        "href=\"?scope=SENT&amp;number=%25&amp;language=vi\"", ">Tiếng Việt<");
        assertThat(vietnamese.get("/registers/none").body()).contains("title=\"" + OFFICER + "\"", ">English<");
    }

    @Test
    void programsAndRulesSpeakVietnameseWhateverThePersonReads() {
        assertThat(english.get("/api/dossiers/" + number).body()).contains("\"statusName\":\"Đang xử lý\"");
        assertThat(english.get("/api/dossiers/KT-0").body()).contains("Không tìm thấy hồ sơ");
        assertThat(english.get("/api/dossiers?language=vi").statusCode()).isEqualTo(200);
        assertThat(english.get("/dossiers").body()).contains("lang=\"en\"");
    }

    private static List<String> said(String page) {
        return SAID.matcher(page).results().map(PageLanguageIT::text).toList();
    }

    private static String text(MatchResult match) {
        var said = List.of(2, 3, 4, 5).stream().map(match::group).filter(text -> text != null).findFirst()
                .orElseThrow();
        return said.replaceAll("<[^>]*>", " ").replaceAll(NAME, "").strip();
    }
}
