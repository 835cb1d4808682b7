package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.security.Officer;

/** What those who judge a commendation are told of it: what fits the rules, what does not, and the paragraph. */
@ScenarioTest
class CommendationFindingsIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final String ONCE = "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2";

    @Autowired
    Journey journey;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFormItsAuthorityTheVoteAndTheDeadlineHaveTheirParagraphs() {
        var number = propose("province-merit", "regular", individual("Nguyễn Văn Mẫu"));

        assertThat(of(number, null)).contains(
                new Finding(null, true, "\"Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh\" áp dụng cho loại "
                        + "\"Khen thưởng công trạng (thường xuyên)\"", true,
                        "Luật Thi đua, khen thưởng 2022, Điều 74 và Điều 79"),
                new Finding(null, true, "Hội đồng bỏ phiếu khi có ít nhất 2/3 thành viên tham gia; đạt khi ít nhất 4/5 "
                        + "tổng số thành viên Hội đồng đồng ý", true,
                        "Nghị định 98/2023/NĐ-CP, Điều 47; Quy chế thi đua, khen thưởng của tỉnh"))
                .anySatisfy(finding -> {
                    assertThat(finding.message()).startsWith("Chủ tịch Ủy ban nhân dân").endsWith("quyết định");
                    assertThat(finding.fits()).isTrue();
                })
                .anySatisfy(finding -> {
                    assertThat(finding.message()).startsWith("Còn trong hạn xử lý, đến ngày ");
                    assertThat(finding.legalBasis()).startsWith("Quy chế làm việc");
                });
    }

    @Test
    void adHocAchievementsNeedNoVote() {
        var number = propose("commune-certificate", "ad-hoc", individual("Nguyễn Văn Mẫu"));

        assertThat(of(number, null)).contains(new Finding(null, true,
                "Không phải lấy phiếu của Hội đồng Thi đua - Khen thưởng", false,
                "Luật Thi đua, khen thưởng 2022, Điều 75 khoản 1 và Điều 80 khoản 3; Điều 85"));
    }

    @Test
    void whoeverDecidesElsewhereIsSaidToForward() {
        var number = propose("ministry-merit", "regular", individual("Nguyễn Văn Mẫu"));

        assertThat(of(number, null)).extracting(Finding::message).anySatisfy(message ->
                assertThat(message).startsWith("Giám đốc Công an").endsWith("trình cấp trên quyết định"));
    }

    @Test
    void eachNomineeIsJudgedForItself() {
        var number = propose("province-merit", "regular", individual("Nguyễn Văn Mẫu"), household("Hộ Trần Văn Mẫu"),
                collective("Tổ mẫu"));

        assertThat(of(number, "1. Nguyễn Văn Mẫu")).containsExactly(
                new Finding("1. Nguyễn Văn Mẫu", true, "Tặng được cho cá nhân", true,
                        "Luật Thi đua, khen thưởng 2022, Điều 74 và Điều 79"),
                new Finding("1. Nguyễn Văn Mẫu", true, "Đủ năm sinh và số căn cước để đối chiếu", true, ONCE),
                new Finding("1. Nguyễn Văn Mẫu", true, "Thành tích này chưa được khen thưởng", true, ONCE),
                new Finding("1. Nguyễn Văn Mẫu", true, "Tiền thưởng nếu quyết định hôm nay: 3.510.000 đồng "
                        + "(1,5 × mức lương cơ sở 2.340.000 đồng)", false,
                        "Nghị định 98/2023/NĐ-CP, Điều 58 khoản 1; Nghị định 73/2024/NĐ-CP"));
        assertThat(of(number, "2. Hộ Trần Văn Mẫu")).extracting(Finding::message).containsExactly(
                "Tặng được cho hộ gia đình", "Thành tích này chưa được khen thưởng",
                "Tiền thưởng nếu quyết định hôm nay: 5.270.000 đồng (2,25 × mức lương cơ sở 2.340.000 đồng)");
        assertThat(of(number, "3. Tổ mẫu")).extracting(Finding::message).containsExactly(
                "Tặng được cho tập thể", "Thành tích này chưa được khen thưởng",
                "Tiền thưởng nếu quyết định hôm nay: 7.020.000 đồng (3 × mức lương cơ sở 2.340.000 đồng)");
    }

    @Test
    void anAwardWithoutBonusSaysSo() {
        var number = propose("commendation-letter", "regular", individual("Nguyễn Văn Mẫu"));

        assertThat(of(number, "1. Nguyễn Văn Mẫu")).extracting(Finding::message).contains("Không kèm tiền thưởng");
    }

    @Test
    void anAwardGivenInTheMeantimeIsFound() {
        var person = individual("Người trong hai hồ sơ");
        var first = propose("commune-certificate", "ad-hoc", person);
        var second = propose("province-merit", "ad-hoc", person);
        journey.complete(first, "complete-dossier", DRAFTER, Map.of());
        journey.approve(first, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(first, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        journey.approve(first, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        assertThat(of(second, "1. Người trong hai hồ sơ")).filteredOn(finding -> !finding.fits()).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).matches(
                            "Thành tích này đã được khen thưởng tại Quyết định số \\d+/QĐ-UBND ngày [\\d/]+ của Chủ tịch Ủy ban nhân dân .+");
                    assertThat(finding.enforced()).isTrue();
                    assertThat(finding.legalBasis()).isEqualTo(ONCE);
                });
        assertThat(findings(first)).as("whoever is through is no longer judged").isEmpty();
    }

    @Test
    void aSecondMedalIsFound() {
        var person = individual("Người có kỷ niệm chương");
        var number = propose("security-medal", "regular", person);
        assertThat(of(number, "1. Người có kỷ niệm chương")).extracting(Finding::message)
                .contains("Chưa được tặng lần nào (chỉ tặng một lần cho một người)");
        jdbc.sql("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus)
                select dossier_number, id, '99/QĐ-BCA', '2020-07-01', '95', 'security-medal', kind, name, subject,
                    'Quá trình khác', 'qua trinh khac', 'regular', '2019-01-01', '2019-12-31', 0.6, 1490000, 900000
                from nominee where dossier_number = ?""").param(number).update();

        assertThat(of(number, "1. Người có kỷ niệm chương")).filteredOn(finding -> finding.enforced() && !finding.fits())
                .containsExactly(
                new Finding("1. Người có kỷ niệm chương", false,
                        "Chỉ tặng một lần cho một người; đã tặng tại Quyết định "
                        + "số 99/QĐ-BCA ngày 01/07/2020 của Bộ trưởng Bộ Công an", true, "Thông tư 11/2021/TT-BCA"));
    }

    @Test
    void aDeadlineThatHasPassedIsFound() {
        var number = propose("commune-certificate", "ad-hoc", individual("Nguyễn Văn Mẫu"));
        jdbc.sql("update dossier_last_day set due_on = '2024-06-28' where number = ?").param(number).update();

        assertThat(of(number, null)).contains(new Finding(null, false, "Đã quá hạn xử lý ngày 28/06/2024", false,
                "Luật Thi đua, khen thưởng 2022, Điều 85 (thủ tục đơn giản)"));
    }

    private String propose(String form, String type, Map<?, ?>... nominees) {
        return journey.propose(DRAFTER, proposal(form, type, List.of(nominees)));
    }

    private List<Finding> of(String number, String subject) {
        return findings(number).stream().filter(finding -> Objects.equals(finding.subject(), subject)).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Finding> findings(String number) {
        return (List<Finding>) journey.show(number).get("findings");
    }
}
