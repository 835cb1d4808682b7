package vn.phongtrao.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.law.LegalChange.Act;

/** How documents are cited on a day, by what was known of them then. */
class CitationTest {

    private static final String LAW = "luat-06-2022";
    private static final String DECREE = "nd-152-2025";
    private static final String ENDED = " (hết hiệu lực từ ngày 01 tháng 3 năm 2027)";

    private final List<LegalChange> changes = new ArrayList<>();

    @Test
    void aLawIsCitedByItsNameOthersByNumberAndIssuer() {
        assertThat(cite(LAW, "2024-07-05").text()).isEqualTo("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
        assertThat(cite(DECREE, "2025-07-05").text())
                .isEqualTo("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định chi tiết");
        assertThat(cite(DECREE, "2025-07-05").brief()).isEqualTo("Nghị định số 152/2025/NĐ-CP");
    }

    @Test
    void whatIsNotKnownOfADocumentIsLeftOut() {
        assertThat(cite("tt-48-2025", "2025-07-05").text())
                .isEqualTo("Thông tư số 48/2025/TT-BCA của Bộ trưởng Bộ Công an sửa đổi, bổ sung Thông tư số 124/2021/TT-BCA");
    }

    @Test
    void anAmendmentIsCitedFromItsDayOn() {
        told(LAW, Act.AMENDED, "2026-10-01", "luat-06-2026", false);

        assertThat(cite(LAW, "2026-09-30").text()).isEqualTo("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
        assertThat(cite(LAW, "2026-10-01").text()).isEqualTo("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, được "
                + "sửa đổi, bổ sung bởi Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026");
    }

    @Test
    void aDossierReceivedBeforeGoesByTheTextBeforeWhereTheLawSaysSo() {
        told(LAW, Act.AMENDED, "2026-10-01", "luat-06-2026", true);
        var cited = cite(LAW, "2026-09-30", "2026-10-20");

        assertThat(cited.text()).doesNotContain("sửa đổi");
        assertThat(cited.earlier()).extracting(LegalDocument::id).containsExactly("luat-06-2026");
        assertThat(cite(LAW, "2026-10-01", "2026-10-20").earlier()).isEmpty();
    }

    @Test
    void whatHasEndedIsNeverCitedSilently() {
        told(DECREE, Act.ENDS, "2027-03-01", null, false);

        assertThat(cite(DECREE, "2027-02-28").settled()).isTrue();
        var after = cite(DECREE, "2027-02-01", "2027-03-01");
        assertThat(after.settled()).isFalse();
        assertThat(after.endedFrom()).isEqualTo("2027-03-01");
        assertThat(after.text()).endsWith(ENDED);
        assertThat(after.brief()).endsWith(ENDED);
    }

    @Test
    void whatIsProlongedIsCitedWithWhatProlongsItUntilTheNewEnd() {
        told(DECREE, Act.ENDS, "2027-03-01", null, false);
        told(DECREE, Act.PROLONGED, "2027-09-01", "luat-06-2026", false);

        assertThat(cite(DECREE, "2027-03-01").text())
                .endsWith(", được kéo dài thời hạn áp dụng theo Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026");
        assertThat(cite(DECREE, "2027-09-01").settled()).isFalse();
    }

    @Test
    void whatIsProlongedWithoutAnEndDoesNotEnd() {
        told(DECREE, Act.ENDS, "2027-03-01", null, false);
        told(DECREE, Act.PROLONGED, null, null, false);

        assertThat(cite(DECREE, "2030-01-01").settled()).isTrue();
    }

    @Test
    void wordsThatNameWhatHasEndedSaySo() {
        var words = "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ";
        told(DECREE, Act.ENDS, "2027-03-01", null, false);

        assertThat(citing("2027-02-28").remarked(words)).isEqualTo(words);
        assertThat(citing("2027-03-01").remarked(words)).isEqualTo(words + ENDED);
        assertThat(citing("2027-03-01").in(words)).singleElement().matches(citation -> !citation.settled());
        assertThat(citing("2027-03-01").remarked("Nghị định số 1152/2025/NĐ-CP")).doesNotContain("hết hiệu lực");

        told(DECREE, Act.REPLACED, "2027-03-01", "tt-48-2025", false);
        assertThat(citing("2027-03-01").remarked(words)).isEqualTo(words + " (được thay thế bởi Thông tư số 48/2025/TT-BCA)");
        assertThat(citing("2027-03-01").in("Quy chế của tỉnh")).isEmpty();
    }

    @Test
    void whatReplacesADocumentIsCitedInItsPlace() {
        told(DECREE, Act.ENDS, "2027-03-01", null, false);
        told(DECREE, Act.REPLACED, "2027-03-01", "tt-48-2025", false);

        assertThat(cite(DECREE, "2027-02-28").brief()).isEqualTo("Nghị định số 152/2025/NĐ-CP");
        assertThat(cite(DECREE, "2027-02-01", "2027-03-01").document().id()).isEqualTo("tt-48-2025");
    }

    @Test
    void whereDossiersReceivedBeforeGoOnTheReplacedDocumentIsCitedForThem() {
        told(DECREE, Act.REPLACED, "2027-03-01", "tt-48-2025", true);

        assertThat(cite(DECREE, "2027-02-01", "2027-03-10").brief()).isEqualTo("Nghị định số 152/2025/NĐ-CP");
    }

    @Test
    void whatIsEnteredLaterDoesNotChangeWhatWasCited() {
        changes.add(new LegalChange(1, DECREE, Act.AMENDED, day("2026-01-01"), "tt-48-2025", "x", false,
                day("2026-03-01"), day("2026-05-01")));

        assertThat(cite(DECREE, "2026-02-28").text()).doesNotContain("sửa đổi");
        assertThat(cite(DECREE, "2026-03-01").text()).contains("sửa đổi");
        assertThat(cite(DECREE, "2026-05-01").text()).as("withdrawn").doesNotContain("sửa đổi");
        assertThat(cite(DECREE, "2026-04-30").text()).contains("sửa đổi");
    }

    @Test
    void documentsThatReplaceOneAnotherComeToAnEnd() {
        told(DECREE, Act.REPLACED, "2026-01-01", LAW, false);
        told(LAW, Act.REPLACED, "2026-01-01", DECREE, false);

        assertThat(cite(DECREE, "2026-02-01").settled()).isFalse();
    }

    private void told(String document, Act act, String day, String by, boolean byReceipt) {
        changes.add(new LegalChange(changes.size(), document, act, day == null ? null : day(day), by, "x", byReceipt, null, null));
    }

    private Citation cite(String id, String day) {
        return cite(id, day, day);
    }

    private Citation cite(String id, String receivedOn, String on) {
        return law().cite(id, day(receivedOn), day(on));
    }

    private Citing citing(String day) {
        return new Citing(law(), day(day), day(day));
    }

    private Citation.Law law() {
        var documents = Stream.of(
                new LegalDocument(LAW, DocumentType.LAW, "06/2022/QH15", "Quốc hội", day("2022-06-15"),
                        "Luật Thi đua, khen thưởng", "Luật Thi đua, khen thưởng 2022", day("2024-01-01"), null),
                new LegalDocument("luat-06-2026", DocumentType.LAW, "06/2026/QH16", "Quốc hội", day("2026-04-23"),
                        "Luật sửa đổi", "Luật 06/2026/QH16", day("2026-10-01"), null),
                new LegalDocument(DECREE, DocumentType.DECREE, "152/2025/NĐ-CP", "Chính phủ", day("2025-06-14"),
                        "quy định chi tiết", "Nghị định 152/2025/NĐ-CP", day("2025-07-01"), null),
                new LegalDocument("tt-48-2025", DocumentType.CIRCULAR, "48/2025/TT-BCA", "Bộ trưởng Bộ Công an", null,
                        "sửa đổi, bổ sung Thông tư số 124/2021/TT-BCA", "Thông tư 48/2025/TT-BCA", null, null))
                .collect(Collectors.toMap(LegalDocument::id, Function.identity()));
        return new Citation.Law(documents, changes);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
