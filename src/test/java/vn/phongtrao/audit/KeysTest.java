package vn.phongtrao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"KT-31813-2024-00001", "95/954/31813", "12", "police-officer.31813", "commendation:3:5a0f6f1e-7b1e-11ef-9a3f-012345678901",
            "5a0f6f1e-7b1e-11ef-9a3f-012345678901", "decidedOn,desc", "*", "certificate-1"})
    void keysStandAsTheyAre(String key) {
        assertThat(new Keys().with("id", key).text()).isEqualTo("id=" + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn Mẫu", "Nguyen Van Mau", "095088123451", "so-095088123451", "387123451", "C1234567", "QZ871234", "", "a\nb", "=1+1", "x;y", "ă"})
    void whatIsNoKeyOrANumberOfPapersIsHidden(String text) {
        assertThat(new Keys().with("id", text).text()).isEqualTo("id=…");
        assertThat(new Keys().with("id", "x".repeat(121)).text()).isEqualTo("id=…");
    }

    @Test
    void nothingIsNull() {
        assertThat(new Keys().with("id", null).text()).isNull();
        assertThat(new Keys().withAll("kind=individual; q=…").with("rows", 3).text()).isEqualTo("kind=individual; q=…; rows=3");
    }
}
