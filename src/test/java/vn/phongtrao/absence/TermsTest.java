package vn.phongtrao.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Manner;

class TermsTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2024-07-01,2024-07-01,SAME_POSITION,-,-,-", "2024-07-01,2024-12-31,DEPUTY,PHÓ CHỦ TỊCH,-,-",
            "2025-07-01,2025-07-31,BY_ORDER,CHÁNH VĂN PHÒNG,-,-",
            "2024-07-05,2024-07-06,BY_AUTHORISATION,GIÁM ĐỐC SỞ NỘI VỤ,05/GUQ-UBND,2024-07-01"})
    void whatIsWhole(LocalDate from, LocalDate to, Manner manner, String title, String number, LocalDate date) {
        assertThatCode(() -> new Terms(from, to, "x", manner, title, number, date).require(TODAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2024-07-05,2024-07-04,SAME_POSITION,-,-,-,to", "2024-06-01,2024-06-30,SAME_POSITION,-,-,-,to",
            "2024-07-01,2025-01-01,SAME_POSITION,-,-,-,to", "2025-07-02,2025-07-03,SAME_POSITION,-,-,-,from",
            "2024-07-01,+999999999-12-31,SAME_POSITION,-,-,-,to",
            "2024-07-01,2024-07-02,DEPUTY,-,-,-,title", "2024-07-01,2024-07-02,DEPUTY,' ',-,-,title",
            "2024-07-01,2024-07-02,SAME_POSITION,PHÓ CHỦ TỊCH,-,-,title",
            "2024-07-01,2024-07-02,DEPUTY,KT. CHỦ TỊCH,-,-,title", "2024-07-01,2024-07-02,BY_ORDER,tuq. x,-,-,title",
            "2024-07-01,2024-07-02,BY_AUTHORISATION,X,-,2024-07-01,mandateNumber",
            "2024-07-01,2024-07-02,BY_AUTHORISATION,X,05/GUQ,-,mandateDate",
            "2024-07-01,2024-07-02,BY_AUTHORISATION,X,05/GUQ,2024-07-02,mandateDate",
            "2024-07-01,2024-07-02,BY_AUTHORISATION,X,05/GUQ,-999999999-01-01,mandateDate",
            "2024-07-01,2024-07-02,DEPUTY,X,05/GUQ,-,mandateNumber",
            "2024-07-01,2024-07-02,DEPUTY,X,-,2024-07-01,mandateDate"})
    void whatIsWrongIsNamed(LocalDate from, LocalDate to, Manner manner, String title, String number, LocalDate date,
                            String field) {
        var refusal = catchThrowableOfType(Refusal.class,
                () -> new Terms(from, to, "x", manner, title, number, date).require(TODAY));

        assertThat(refusal.field()).contains(field);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var refusal = catchThrowableOfType(Refusal.class, () -> new Terms(TODAY, TODAY.minusDays(1), "x",
                Manner.BY_AUTHORISATION, null, null, null).require(TODAY));

        assertThat(refusal.each()).extracting(each -> each.field().orElseThrow()).containsExactly("to", "to", "title",
                "mandateNumber", "mandateDate");
    }
}
