package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.team.SampleTeams;

/**
 * Dossiers of teams, models and safe areas from the proposal to the decision, as officers fill in their forms at
 * Tasklist. Steps whose form is like another's are taken over HTTP. Everybody in them is invented.
 */
@BrowserTest
class DossierWalksIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";

    @Autowired
    JdbcClient database;

    @Autowired
    HttpJourney journey;

    @Autowired
    SampleTeams teams;

    @Test
    void aTeamIsPlannedSelectedRecognisedAndLaunched(Officers officers) {
        var number = plan(officers.tasklist(OFFICER), "Khóm 5");
        officers.tasklist(CHAIR).take(number).choose("Đồng ý").complete();
        register(officers.tasklist(OFFICER).take(number));
        admit(officers.tasklist(CHAIR).take(number));
        select(officers.tasklist(OFFICER).take(number));
        giveRoles(officers.tasklist(OFFICER).take(number));
        officers.tasklist(CHAIR).take(number).choose("Đồng ý").complete();
        var officer = officers.tasklist(OFFICER).take(number);
        Fields.fill(officer.form(), "Nơi tổ chức", "Nhà văn hóa Khóm 5");
        officer.complete();

        var page = officer.page();
        page.navigate(officers.address() + "/dossiers/" + number);
        HandbookPicture.of(page.locator("section[aria-label='Văn bản']"), "team-papers");
        page.navigate(officers.address() + "/registers/teams?hamlet=31813-05");
        assertThat(page.locator("tbody tr")).hasCount(1);
        HandbookPicture.of(page.locator("main"), "team-register");
        assertThat(roles(number)).containsExactly("Lê Văn Mẫu: MEMBER", "Nguyễn Văn Mẫu: LEADER",
                "Trần Thị Mẫu: DEPUTY");
    }

    private String plan(Tasklist officer, String hamlet) {
        var form = officer.propose("Thành lập Tổ");
        Fields.select(form, "Địa bàn", hamlet);
        Fields.fill(form, "Số lượng thành viên", "3");
        Fields.fill(form, "Lý do thành lập", "Địa bàn chưa có Tổ bảo vệ an ninh, trật tự");
        Fields.date(form, "Ngày họp xét tuyển", "15/07/2024");
        HandbookPicture.of(form, "team-plan");
        var number = officer.start();
        officer.take(number).complete();
        return number;
    }

    private static void register(Tasklist officer) {
        var rows = rows(officer);
        var people = List.of(List.of("Nguyễn Văn Mẫu", "Nam", "20/05/1985", "095085000501"),
                List.of("Trần Thị Mẫu", "Nữ", "03/02/1990", "095190000502"),
                List.of("Lê Văn Mẫu", "Nam", "11/11/1951", "095051000503"));
        for (int i = 0; i < people.size(); i++) {
            officer.form().locator(".fjs-repeat-render-add").click();
            apply(rows.nth(i), people.get(i));
            if (i == 0) {
                HandbookPicture.of(list(officer), "team-candidate");
            }
        }
        officer.complete();
    }

    private static void apply(Locator row, List<String> person) {
        Fields.fill(row, "Họ và tên", person.get(0));
        Fields.select(row, "Giới tính", person.get(1));
        Fields.date(row, "Ngày sinh", person.get(2));
        Fields.fill(row, "Số căn cước", person.get(3));
        Fields.select(row, "Trình độ văn hóa", "trung học cơ sở");
        Fields.fill(row, "Số tháng cư trú", "48");
        Fields.select(row, "Về chấp hành pháp luật", "Không có tiền án");
        for (var paper : List.of("Có đơn đề nghị", "Có bản khai", "Có giấy tờ chứng minh", "Có giấy chứng nhận")) {
            Fields.field(row, paper).locator("input").check();
        }
    }

    /** Who is over 70 needs the chair's own yes. */
    private static void admit(Tasklist chair) {
        assertThat(chair.form()).containsText("Trên 70 tuổi");
        chair.choose("Đồng ý").checkAll();
        HandbookPicture.of(table(chair), "team-eligibility");
        chair.complete();
    }

    private static void select(Tasklist officer) {
        assertThat(officer.form()).not().containsText("bằng phiếu ở suất cuối");
        Fields.fill(officer.form(), "Số thành viên có mặt", "9");
        for (int i = 0; i < 3; i++) {
            Fields.fill(rows(officer).nth(i), "Số phiếu đồng ý", Integer.toString(9 - i));
        }
        HandbookPicture.of(officer.form(), "team-selection");
        officer.complete();
    }

    /** A team without a deputy is refused; what was chosen stays and is corrected. */
    private static void giveRoles(Tasklist officer) {
        var roles = List.of("Tổ trưởng", "Tổ viên", "Tổ viên");
        IntStream.range(0, roles.size()).forEach(i -> Fields.select(rows(officer).nth(i), "Chức danh", roles.get(i)));
        officer.send();
        assertThat(officer.refusals()).containsText("Tổ chưa có Tổ phó");
        Fields.select(rows(officer).nth(1), "Chức danh", "Tổ phó");
        HandbookPicture.of(list(officer), "team-roles");
        officer.complete();
    }

    @Test
    void aMemberOfATeamIsReplaced(Officers officers) {
        var team = teams.team(COMMUNE, 4);
        var leaving = database.sql("select name from team_member where team_id = ? order by id desc limit 1")
                .param(team).query(String.class).single();
        var officer = officers.tasklist(OFFICER);
        var form = officer.propose("Thay đổi Tổ");
        Fields.select(form, "Tổ bảo vệ an ninh, trật tự", database.sql("select name from team where id = ?").param(team)
                .query(String.class).single());
        Fields.select(form, "Việc thay đổi", "Thay thế thành viên");
        Fields.fill(form, "Lý do", "Chuyển nơi ở");
        HandbookPicture.of(form, "team-change");
        var number = officer.start();

        form = officer.take(number).form();
        Fields.select(form, "Thành viên", leaving);
        Fields.select(form, "Lý do cho thôi", "theo nguyện vọng");
        Fields.date(form, "Ngày của đơn", "28/06/2024");
        apply(form);
        HandbookPicture.of(lastGroup(officer), "team-newcomer");
        officer.complete();
        journey.approve(number, "sign", CHIEF);
        var chair = officers.tasklist(CHAIR).take(number).choose("Đồng ý");
        assertThat(chair.form()).containsText("8/9 phiếu đồng ý");
        chair.complete();

        assertThat(database.sql("select name from team_member where team_id = ? and left_on is null").param(team)
                .query(String.class).list()).contains("Phạm Thị Mẫu").doesNotContain(leaving).hasSize(4);
    }

    private static void apply(Locator form) {
        Fields.fill(form, "Họ và tên", "Phạm Thị Mẫu");
        Fields.date(form, "Ngày sinh", "01/01/1990");
        Fields.fill(form, "Số căn cước", "095190000504");
        Fields.select(form, "Trình độ văn hóa", "trung học cơ sở");
        Fields.fill(form, "Số tháng cư trú", "48");
        Fields.select(form, "Về chấp hành pháp luật", "Không có tiền án");
        Fields.field(form, "Có giấy chứng nhận").locator("input").check();
        Fields.date(form, "Ngày họp xét tuyển", "28/06/2024");
        Fields.fill(form, "Tổng số thành viên", "11");
        Fields.fill(form, "Số thành viên có mặt", "9");
        Fields.fill(form, "Số phiếu đồng ý", "8");
    }

    @Test
    void aModelIsRecognisedAndAnotherCommuneTakesItOver(Officers officers) {
        recognise(officers, "Ánh sáng an ninh khóm (mẫu)");
        var other = officers.tasklist("police-officer.31843");
        var form = other.propose("Nhân rộng mô hình");
        Fields.select(form, "Mô hình được nhân rộng", "Ánh sáng an ninh khóm (mẫu)");
        Fields.fill(form, "Tên điểm nhân rộng", "Ánh sáng an ninh ấp (mẫu)");
        Fields.select(form, "Khóm, ấp nơi áp dụng", "2");
        Fields.fill(form, "Số tổ, đội", "1");
        HandbookPicture.of(form, "replication-proposal");
        var number = other.start();
        journey.complete(number, "complete-dossier", "police-officer.31843", Map.of());
        journey.approve(number, "sign", "police-chief.31843");
        journey.approve(number, "appraise", "committee-clerk.31843");
        officers.tasklist("committee-chair.31843").take(number).choose("Đồng ý").complete();

        var page = officers.tasklist(OFFICER).page();
        page.navigate(officers.address() + "/registers/models?name=an%20ninh%20kh");
        assertThat(page.locator("tbody tr")).containsText("Ánh sáng an ninh khóm (mẫu)");
        assertThat(database.sql("select count(*) from model_site where name = 'Ánh sáng an ninh ấp (mẫu)'")
                .query(Integer.class).single()).isOne();
    }

    private void recognise(Officers officers, String name) {
        var officer = officers.tasklist(OFFICER);
        var form = officer.propose("Công nhận mô hình");
        Fields.fill(form, "Tên mô hình", name);
        Fields.select(form, "Nhóm mô hình", "Phòng, chống tội phạm");
        Fields.select(form, "Khóm, ấp nơi hoạt động", "Khóm 1");
        Fields.date(form, "Hoạt động từ ngày", "01/06/2023");
        Fields.select(form, "Cấp đề nghị công nhận", "Cấp xã");
        Fields.fill(form, "Số tổ, đội", "2");
        Fields.fill(form, "Nội dung, cách làm", "Các hộ góp tiền lắp camera, tổ tự quản thay nhau theo dõi.");
        Fields.fill(form, "Kết quả", "Số vụ trộm cắp giảm một nửa so với năm trước.");
        HandbookPicture.of(form, "model-proposal");
        var number = officer.start();
        officer.take(number);
        Fields.fill(officer.form(), "Số kế hoạch khảo sát", "05/KH-UBND");
        Fields.date(officer.form(), "Ngày phê duyệt", "15/05/2023");
        HandbookPicture.of(lastGroup(officer), "model-milestones");
        officer.complete();
        journey.approve(number, "sign", CHIEF);
        var clerk = officers.tasklist(CLERK).take(number).choose("Đồng ý");
        Fields.select(clerk.form(), "Xếp loại mô hình", "Yếu");
        clerk.send();
        assertThat(clerk.refusals()).containsText("thấp hơn mức tối thiểu");
        // what is wrong comes into view and has the focus
        assertThat(Fields.field(clerk.form(), "Xếp loại mô hình").locator(".fjs-dropdownlist")).isVisible();
        Fields.select(clerk.form(), "Xếp loại mô hình", "Khá");
        HandbookPicture.of(lastGroup(clerk), "model-grade");
        clerk.complete();
        officers.tasklist(CHAIR).take(number).choose("Đồng ý").complete();
    }

    @Test
    void aHamletIsSafeWhenItMeetsAllCriteria(Officers officers) {
        var officer = officers.tasklist(OFFICER);
        var form = officer.propose("Công nhận khu dân cư");
        officer.choose("Khóm, ấp");
        Fields.select(form, "Khóm, ấp", "Khóm 3");
        officer.checkAll();
        HandbookPicture.of(form, "safe-area-proposal");
        form.locator("input[type=checkbox]").last().uncheck();
        var number = officer.start();
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.refuse(number, "sign", CHIEF, "return");
        officer.take(number).checkAll().complete();
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        // once its year has ended: as one of the year before
        database.sql("update safe_area_proposal set year = 2023 where dossier_number = ?").param(number).update();
        var chair = officers.tasklist(CHAIR).take(number).choose("Đồng ý");
        assertThat(chair.form()).containsText("Đạt tất cả tiêu chí");
        HandbookPicture.of(table(chair), "safe-area-decision");
        chair.complete();

        var page = officer.page();
        page.navigate(officers.address() + "/registers/safe-areas?dossierNumber=" + number);
        assertThat(page.locator("tbody tr")).containsText("Khóm 3");
        HandbookPicture.of(page.locator("main"), "safe-area-register");
    }

    @Test
    void teamsAndTheirMembersAreRated(Officers officers) throws IOException {
        teams.since(teams.team(COMMUNE, 4), LocalDate.of(2022, 1, 1));
        var officer = officers.tasklist(OFFICER);
        officer.propose("Đánh giá, xếp loại Tổ");
        var number = officer.start();
        officer.take(number);
        rows(officer).first().waitFor();
        for (int i = 0; i < rows(officer).count(); i++) {
            for (var tasks : List.of("Nắm tình hình", "Xây dựng phong trào", "Phòng cháy", "Quản lý hành chính", "Vận động",
                    "Tuần tra")) {
                Fields.fill(rows(officer).nth(i), tasks, i == 3 ? "45" : "96");
            }
        }
        Fields.select(rows(officer).nth(1), "Mức đề nghị", "Hoàn thành xuất sắc");
        HandbookPicture.of(rows(officer).first(), "rating-proposal");
        officer.send();
        assertThat(officer.refusals()).containsText("sáng kiến");
        Fields.field(rows(officer).nth(1), "Điều kiện xếp loại xuất sắc").locator("input").check();
        officer.send();
        assertThat(officer.refusals()).containsText("không được xếp cao hơn Tổ");
        Fields.select(rows(officer).nth(1), "Mức đề nghị", "Hoàn thành tốt");
        officer.complete();
        journey.approve(number, "sign", CHIEF);
        var chair = officers.tasklist(CHAIR).take(number).choose("Đồng ý");
        assertThat(chair.form()).containsText("Không hoàn thành nhiệm vụ");
        HandbookPicture.of(chair.form(), "rating-decision");
        chair.complete();

        var page = officer.page();
        page.navigate(officers.address() + "/registers/team-ratings?dossierNumber=" + number);
        assertThat(page.locator("tbody tr")).hasCount(5);
        HandbookPicture.of(page.locator("main"), "rating-register");
        page.navigate(officers.address() + "/dossiers/" + number);
        HandbookPicture.of(page.locator("main"), "rating-page");
        HandbookPicture.ofPaper(page.request().get("%s/api/decisions/%d/document".formatted(officers.address(),
                database.sql("select id from decision where dossier_number = ?").param(number).query(Long.class).single()))
                .body(), "rating-paper");
    }

    private static Locator table(Tasklist tasklist) {
        return tasklist.form().locator(".fjs-form-field-table").first();
    }

    private static Locator lastGroup(Tasklist tasklist) {
        return tasklist.form().locator(".fjs-form-field-group").last();
    }

    private static Locator list(Tasklist tasklist) {
        return tasklist.form().locator(".fjs-form-field-dynamiclist");
    }

    private static Locator rows(Tasklist tasklist) {
        return tasklist.form().locator(".fjs-repeat-row-container");
    }

    private List<String> roles(String number) {
        return database.sql("""
                select m.name || ': ' || r.role from team_plan p join team_member m on m.team_id = p.team_id
                join team_role r on r.member_id = m.id where p.dossier_number = ? order by m.name""").param(number)
                .query(String.class).list();
    }
}
