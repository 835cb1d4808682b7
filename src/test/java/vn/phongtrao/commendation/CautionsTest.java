package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestTables;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.register.RatingSource;
import vn.phongtrao.unit.UnitPath;

/** What is to be looked at twice: an ad-hoc award of 5 March 2024 and one for January to June 2023 are in the register. */
@SpringJUnitConfig(CautionsTest.Slice.class)
class CautionsTest {

    private static final String SAME_TIME = "Đã được khen thưởng đột xuất trong thời gian này với tên khác";
    private static final String NO_BASIS = "Kết quả khen thưởng đột xuất, theo chuyên đề không làm căn cứ";
    private static final String INSIDE = "Thành tích đột xuất nằm trong thời gian đã được khen thưởng công trạng";

    @Import({TestTables.class, Earlier.class, AwardForms.class, Cautions.class, RulesOnFile.class})
    static class Slice {
    }

    @MockitoBean
    private Authorities authorities;
    @Autowired
    private Cautions cautions;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void twoAwards() {
        jdbc.sql("truncate dossier cascade").update();
        award("KT-1", "Bắt trộm", "ad-hoc", "2024-03-05", "2024-03-05");
        award("KT-2", "Giữ gìn trật tự", "regular", "2023-01-01", "2023-06-30");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "ad-hoc, Truy đuổi kẻ gian, 2024-03-05, 2024-03-05, " + SAME_TIME,
            "ad-hoc, Truy đuổi kẻ gian, 2024-03-06, 2024-03-06, -",
            "ad-hoc, BẮT  trộm!, 2024-03-05, 2024-03-05, -",
            "regular, Công tác năm, 2024-01-01, 2024-12-31, " + NO_BASIS,
            "ad-hoc, Cứu người, 2023-05-01, 2023-05-01, " + INSIDE,
            "thematic, Chuyên đề, 2024-03-05, 2024-03-05, -"})
    void anotherAwardOfTheSameTimeIsNamedAndStopsNothing(String type, String title, LocalDate from, LocalDate to,
                                                        String message) {
        var found = cautions.of(UnitPath.of("95/954/31813"), proposed(type, title, from, to), List.of(nominee(1, "Tổ khác", null, "tổ khác"),
                nominee(2, "Tổ mẫu", null, "tổ mẫu")), Days.on(LocalDate.parse("2025-01-02")));

        if (message == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo("2. Tổ mẫu");
                assertThat(finding.message()).startsWith(message).contains("/QĐ-UBND ngày 05/07/2024: ");
                assertThat(finding.enforced() || finding.fits()).isFalse();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, 'Nghị định 98/2023/NĐ-CP, Điều 4 khoản 3'",
            "2025-07-01, 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3'"})
    void theParagraphIsThatOfTheDayOfReceipt(LocalDate received, String legalBasis) {
        assertThat(cautions.of(UnitPath.of("95/954/31813"), proposed("regular", "Công tác năm", LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-12-31")), List.of(nominee(1, "Tổ mẫu", null, "tổ mẫu")), Days.on(received)))
                .extracting(Finding::legalBasis).containsExactly(legalBasis);
    }

    @Test
    void howSomebodyWasRatedIsToldAndStopsNothing(@Autowired Earlier earlier) {
        RatingSource source = (unit, asked) -> asked.stream().map(one -> new RatingSource.Told(one.key(), true,
                "Xếp loại năm 2023 của %s".formatted(one.name()), "Hướng dẫn mẫu")).toList();

        assertThat(new Cautions(earlier, new RulesOnFile(), List.of(source)).of(UnitPath.of("95/954/31813"),
                proposed("regular", "Công tác năm", LocalDate.parse("2022-01-01"), LocalDate.parse("2022-12-31")),
                List.of(nominee(1, "Tổ khác", null, "tổ khác"), nominee(2, "Tổ mẫu", null, "tổ mẫu").with(Nominee.STRUCK,
                        "lý do")), Days.on(LocalDate.parse("2025-01-02")))).containsExactly(
                new Finding("1. Tổ khác", true, "Xếp loại năm 2023 của Tổ khác", false, "Hướng dẫn mẫu"));
    }

    @Test
    void whoIsOffTheListIsNotMentioned() {
        assertThat(cautions.of(UnitPath.of("95/954/31813"), proposed("ad-hoc", "Truy đuổi kẻ gian", LocalDate.parse("2024-03-05"),
                        LocalDate.parse("2024-03-05")),
                List.of(nominee(1, "Tổ mẫu", null, "tổ mẫu").with(Nominee.STRUCK, "lý do")),
                Days.on(LocalDate.parse("2025-01-02")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"regular, 7, 2, true", "regular, 7, 3, false", "regular, 3, 1, false", "thematic, 5, 0, true",
            "ad-hoc, 7, 0, false"})
    void fewWomenOnALongListAreMentionedOnce(String type, int men, int women, boolean mentioned) {
        var nominees = IntStream.range(0, men + women).mapToObj(i ->
                nominee(i, "Người mẫu", i < men ? "male" : "female", "citizen:" + i));
        var found = cautions.of(UnitPath.of("95/954/31813"), proposed(type, "Việc tốt", LocalDate.parse("2022-01-01"), LocalDate.parse("2022-12-31")),
                Stream.concat(nominees, Stream.of(nominee(99, "Tổ mẫu", null, "tổ mẫu"))).toList(),
                Days.on(LocalDate.parse("2025-01-02")));

        assertThat(found).hasSize(mentioned ? 1 : 0).allSatisfy(finding -> assertThat(finding.message())
                .isEqualTo("Danh sách có %d nữ trong %d cá nhân, ít hơn tỷ lệ 3/10", women, men + women));
    }

    private static Commendation proposed(String type, String title, LocalDate from, LocalDate to) {
        return new Commendation(DossierNumber.of("KT-3"), "commune-certificate", type, title, from, to, null, null, null);
    }

    private static Nominee nominee(long id, String name, String gender, String subject) {
        return new Nominee(id, DossierNumber.of("KT-3"), gender == null ? "collective" : "individual", name, gender, null,
                null, null, null, null, null, null, null, null, null, subject, Nominee.PENDING, null, null, null, null, null, null);
    }

    private void award(String number, String title, String type, String from, String to) {
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values (:number, 'commendation', 'province-merit', :type, 'Mẫu', '95/954/31813', '95/committee-chair',
                        'decide', 'DECIDED', 'x', now(), 0)""").param("number", number).param("type", type).update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values (:number, 'province-merit', :type, :title, :from::date, :to::date)""").param("number", number)
                .param("type", type).param("title", title).param("from", from).param("to", to).update();
        jdbc.sql("""
                insert into nominee (dossier_number, kind, name, subject, result)
                values (?, 'collective', 'Tổ mẫu', 'tổ mẫu', 'awarded')""").params(number).update();
        jdbc.sql("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus)
                select :number, id, '05/QĐ-UBND', '2024-07-05', '95', 'province-merit', kind, name, subject, :title,
                    comparable(:title), :type, :from::date, :to::date, 3, 2340000, 7020000
                from nominee where dossier_number = :number""").param("number", number).param("type", type)
                .param("title", title).param("from", from).param("to", to).update();
    }
}
