package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Đề nghị khen thưởng", "Trang sau", "Xem trong hai ngày, theo mẫu", "Quy trình",
            "oai nghiêm, khuya", "KT-31813-2024-00001", "12/QĐ-UBND", "police-chief.31813", "Tờ trình.pdf",
            "PDF, DOCX, XLSX", "police@example.invalid",
            "https://example.invalid/here", "Powered by bpmn.io", "TDBVANTQ - Giám sát", "English", "Mã yêu cầu: cc340c281b8c46b8", ""})
    void vietnameseAndNamesHaveNone(String text) {
        assertThat(ForeignWords.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Không hiển thị được process definition, process", "Failed Job, Failed", "zoom in, zoom",
            "Not found, Not", "Select, Select", "Remove list item 1, Remove",
            "Click to sort by Chức danh descending, Click", "OK, OK", "No, ''", "the, ''", "Yes, Yes", "Is it him, Is",
            "Closing, Closing", "null, null"})
    void englishHasSomeUnlessItIsSpeltLikeVietnamese(String text, String first) {
        assertThat(ForeignWords.in(text).stream().findFirst().orElse("")).isEqualTo(first);
    }
}
