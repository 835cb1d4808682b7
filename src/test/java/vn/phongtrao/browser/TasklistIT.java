package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.browser.Proposal.Nominee.individual;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpJourney;

/** Dossiers from the commune to the decision, every kind of step by an officer at Tasklist. */
@BrowserTest
class TasklistIT {

    private static final String DRAFTER = "police-officer.31813";
    private static final String CAMPAIGN = "Phong trào thi đua";
    private static final String COMMUNE_CERTIFICATE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã";

    @Autowired
    JdbcClient database;
    @Autowired
    HttpJourney journey;

    @Test
    void theCouncilVotesAndTheChairDecidesOnAnIndividualAHouseholdAndACollective(Officers officers) {
        var number = journey.propose(DRAFTER, HttpJourney.proposal("province-merit", "regular", List.of(
                HttpJourney.individual("Nguyễn Văn Mẫu"), HttpJourney.household("Hộ ông Trần Văn Mẫu"),
                HttpJourney.collective("Tổ mẫu khóm 1"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "sign", "committee-chair.31813");
        journey.approve(number, "appraise", "police-officer.954");
        journey.approve(number, "sign", "police-chief.954");
        journey.approve(number, "sign", "committee-chair.954");
        journey.approve(number, "appraise", "police-officer.95");
        journey.approve(number, "sign", "police-chief.95");
        journey.approve(number, "appraise", "committee-clerk.95");
        var member = officers.tasklist("council-member.95").openMine(number).checkAll();
        HandbookPicture.of(member.form(), "council-vote");
        member.complete();
        journey.vote(number, "council-member-2.95");
        journey.vote(number, "council-member-3.95");
        var chair = officers.tasklist("committee-chair.95").take(number).choose("Đồng ý");
        HandbookPicture.of(chair.form(), "decide");
        chair.complete();

        assertThat(awardsOf(number)).containsExactly("Hộ ông Trần Văn Mẫu", "Nguyễn Văn Mẫu", "Tổ mẫu khóm 1");
    }

    @Test
    void communeCertificateForAnAdHocAchievementTakesTheSimplifiedWay(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Bắt quả tang trộm (mẫu)",
                List.of(individual("Lê Thị Mẫu", "095080000124"))).typeInto(drafter.propose());
        var number = drafter.start();

        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        officers.tasklist("committee-clerk.31813").take(number).choose("Đồng ý").complete();
        var chair = officers.tasklist("committee-chair.31813").take(number).choose("Đồng ý");
        chair.complete();
        assertThat(chair.notifications()).containsText(Pattern.compile("Đã ra Quyết định số \\d+/QĐ-UBND; văn bản ở hồ sơ " + number));
        Officers.picture(chair.page(), "decided");

        assertThat(awardsOf(number)).containsExactly("Lê Thị Mẫu");
    }

    @Test
    void theCampaignIsAskedForOfThematicAwardsAlone(Officers officers) {
        var campaign = journey.campaignOfSpring("95/954/31813");
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        for (var type : List.of("công trạng", "đột xuất")) {
            form.locator("label", new Locator.LocatorOptions().setHasText(type)).last().click();
            assertThat(Fields.field(form, CAMPAIGN)).hasCount(0);
        }
        new Proposal(COMMUNE_CERTIFICATE, "chuyên đề", "Thành tích mẫu trong phong trào",
                List.of(Proposal.Nominee.household("Hộ Có Phong Trào"))).typeInto(form);
        Fields.date(form, "Lập thành tích từ ngày", "01/03/2023");
        Fields.date(form, "Đến ngày", "31/05/2023");
        drafter.startButton().click();
        assertThat(Fields.field(form, CAMPAIGN)).containsText("Chọn phong trào thi đua");
        Fields.select(form, CAMPAIGN, "Phong trào mẫu (03/KH-UBND); từ ngày 01/3/2023 đến ngày 31/5/2023");
        var number = drafter.start();

        assertThat(Fields.field(drafter.take(number).form(), CAMPAIGN).locator("input").first()).hasValue(Pattern.compile("Phong trào mẫu .*"));
        var other = journey.propose(DRAFTER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Không Phong Trào"))));
        assertThat(Fields.field(drafter.take(other).form(), "Tên thành tích")).hasCount(1);
        assertThat(Fields.field(drafter.form(), CAMPAIGN)).hasCount(0);
        assertThat(database.sql("select campaign from commendation where dossier_number = ?").param(number).query(String.class).single())
                .isEqualTo(campaign);
    }

    @Test
    void aDossierThatIsReturnedIsSupplementedAndKeepsTheCitizenNumberThatNobodySees(Officers officers) {
        var person = HttpJourney.individual("Phạm Văn Mẫu");
        var masked = ((String) person.get("citizenId")).replaceFirst("\\d{8}(?=\\d{3}$)", "********");
        var number = journey.propose(DRAFTER, HttpJourney.proposal("commune-certificate", "ad-hoc", List.of(person)));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var before = citizenDigestOf(number);
        var chief = officers.tasklist("police-chief.31813").take(number).choose("Trả lại để bổ sung");
        chief.send();
        assertThat(chief.refusals()).containsText("Ý kiến: Bắt buộc nhập");
        Officers.picture(chief.page(), "refused-without-comment");
        chief.comment("Bổ sung xác nhận của khóm").complete();

        var drafter = officers.tasklist(DRAFTER).take(number);
        assertThat(drafter.form()).containsText("Bổ sung xác nhận của khóm");
        assertThat(Fields.field(drafter.form(), "Số căn cước").locator("input")).hasValue(masked);
        Fields.fill(drafter.form(), "Nghề nghiệp", "Làm ruộng");
        drafter.complete();

        officers.tasklist("police-chief.31813").take(number);
        assertThat(chief.form()).containsText(masked);
        assertThat(chief.form()).containsText("Làm ruộng");
        assertThat(citizenDigestOf(number)).isEqualTo(before);
    }

    @Test
    void aFormSaysInVietnameseWhatIsWrongAndDoesNotStart(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Thành tích (mẫu)", List.of(individual("Ngô Văn Mẫu", "095")))
                .typeInto(form);

        assertThat(Fields.field(form, "Số căn cước")).containsText("Không đúng định dạng");
        drafter.startButton().click();
        assertThat(drafter.page().locator(".refusals")).containsText("Số căn cước");
        Officers.picture(drafter.page(), "not-valid");

        Fields.fill(form, "Số căn cước", "");
        assertThat(Fields.field(form, "Số căn cước")).containsText("Bắt buộc nhập");
        Fields.fill(form, "Số căn cước", "095080000126");
        assertThat(drafter.page().locator(".refusals")).hasCount(0);
        drafter.start();
    }

    @Test
    void afterACompletionTheTaskBelowOpens(Officers officers) {
        var first = proposeOverHttp();
        var second = proposeOverHttp();
        var officer = officers.tasklist(DRAFTER).take(second);

        journey.bringPapers(second, DRAFTER);
        officer.complete();

        assertThat(officer.page().locator(".task-card .subject")).containsText(first);
        assertThat(officer.page().locator(".tasks-list li.task.active")).containsText(first);
        assertThat(officer.notifications()).containsText("Hồ sơ %s đã đến: Trưởng Công an Phường 2.".formatted(second));
        assertThat(officer.notifications().locator("a")).hasAttribute("href", Pattern.compile("/dossiers/" + second));
        Officers.picture(officer.page(), "completed");
    }

    private String proposeOverHttp() {
        return journey.propose(DRAFTER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Đến Lượt Sau"))));
    }

    @Test
    void anotherCommuneSeesNothingOfADossier(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var chief = officers.tasklist("police-chief.31813").take(number);
        var task = chief.page().url();

        var stranger = officers.tasklist("police-chief.31843");
        Stream.of(Tasklist.MINE, Tasklist.OF_MY_UNIT).forEach(filter -> {
            stranger.open(filter);
            assertThat(stranger.tasks()).hasCount(0);
        });
        stranger.page().navigate(task);
        stranger.page().reload();
        assertThat(stranger.notifications()).containsText("Nhiệm vụ không còn nữa");
        assertThat(stranger.form()).hasCount(0);
        Officers.picture(stranger.page(), "another-commune");
    }

    private List<String> awardsOf(String number) {
        return database.sql("select n.name from award a join nominee n on n.id = a.nominee_id "
                + "where a.dossier_number = ? order by n.name").param(number).query(String.class).list();
    }

    private byte[] citizenDigestOf(String number) {
        return database.sql("select citizen_digest from nominee where dossier_number = ?").param(number)
                .query(byte[].class).single();
    }
}
