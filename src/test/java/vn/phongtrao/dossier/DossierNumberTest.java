package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class DossierNumberTest {

    private static final DossierNumber NUMBER = DossierNumber.of("KT-31813-2024-00001");

    @Test
    void numbersAreEqualWhenTheyReadTheSame() {
        assertThat(DossierNumber.of("KT-31813-2024-00001")).isEqualTo(NUMBER).hasSameHashCodeAs(NUMBER);
        assertThat(NUMBER).hasToString("KT-31813-2024-00001").isNotEqualTo(DossierNumber.of("MH-31813-2024-00001"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "KT", "kt-31813-2024-00001", " KT-31813-2024-00001", "KT-31813-2024-00001 ",
            "KT-31813--00001", "KT-31813-2024-", "KT-31813-2024-00001\n", "KT-３１８１３", "ĐT-31813-2024-00001",
            "KT/31813", "KT-1' or '1'='1"})
    void anotherTextIsNoNumber(String text) {
        assertThatThrownBy(() -> DossierNumber.of(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refusal).hasMessage("Không tìm thấy hồ sơ " + text);
        });
    }

    @Test
    void anEmptyColumnIsNoNumber() {
        assertThat(DossierNumber.orNull(null)).isNull();
        assertThat(DossierNumber.orNull("KT-31813-2024-00001")).isEqualTo(NUMBER);
    }

    @Test
    void numbersAreInTheOrderOfTheirTexts() {
        assertThat(Stream.of("KT-31813-2024-00010", "KT-31813-2024-00002").map(DossierNumber::of).sorted())
                .first().hasToString("KT-31813-2024-00002");
    }

    @Test
    void expressionsOfModelsMakeANumberOfText() {
        assertThat(new ExpressionFactoryImpl().coerceToType("KT-31813-2024-00001", DossierNumber.class))
                .isEqualTo(NUMBER);
    }

    @Test
    void inJsonANumberIsItsText() throws JsonProcessingException {
        var json = new ObjectMapper();

        assertThat(json.writeValueAsString(NUMBER)).isEqualTo("\"KT-31813-2024-00001\"");
        assertThat(json.readValue("\"KT-31813-2024-00001\"", DossierNumber.class)).isEqualTo(NUMBER);
    }
}
