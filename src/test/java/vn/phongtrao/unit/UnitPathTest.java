package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class UnitPathTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");

    @ParameterizedTest
    @CsvSource({"95, 95, true", "95, 95/954, true", "95/954, 95/954/31813, true", "95/954, 95, false",
            "95/95, 95/954, false", "95/954, 95/9541, false", "95, 956, false",
            "95/954/31813, 95/954/31813/31813-01, true"})
    void aPathCoversItselfAndWhatLiesBelow(String ancestor, String path, boolean covered) {
        assertThat(UnitPath.of(ancestor).covers(UnitPath.of(path))).isEqualTo(covered);
    }

    @Test
    void codeAndUnitsAboveAreReadFromThePath() {
        assertThat(COMMUNE.code()).isEqualTo("31813");
        assertThat(COMMUNE.parent()).hasValue(UnitPath.of("95/954"));
        assertThat(COMMUNE.province()).isEqualTo(UnitPath.of("95"));
        assertThat(UnitPath.of("95").code()).isEqualTo("95");
        assertThat(UnitPath.of("95").parent()).isEmpty();
        assertThat(UnitPath.of("95").province()).isEqualTo(UnitPath.of("95"));
    }

    @Test
    void aTextOfAnyLengthIsReadOrRefused() {
        assertThat(UnitPath.find("9" + "/9".repeat(100_000))).isPresent();
        assertThat(UnitPath.find("9" + "/9".repeat(100_000) + "/")).isEmpty();
    }

    @Test
    void aHamletLiesBelowItsCommune() {
        var hamlet = COMMUNE.child("31813-01");

        assertThat(hamlet).isEqualTo(UnitPath.of("95/954/31813/31813-01"));
        assertThat(hamlet.parent()).hasValue(COMMUNE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/", "95/", "/95", "95//954", "95/954/", " 95", "95 ", "95/ 954", "95\n", "95/%",
            "９５", "95/954/police-chief", "xã", "xa\u0303", "-1", "95' or '1'='1"})
    void anotherTextIsNoPath(String text) {
        assertThatThrownBy(() -> UnitPath.of(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refusal).hasMessage("Không có đơn vị \"%s\"", text);
        });
        assertThat(UnitPath.find(text)).isEmpty();
    }

    @Test
    void pathsAreInTheOrderOfTheirTexts() {
        assertThat(Stream.of("95/956", "95", "95/954/31813", "95/954").map(UnitPath::of).sorted()
                .map(UnitPath::toString)).containsExactly("95", "95/954", "95/954/31813", "95/956");
    }

    @Test
    void inJsonAPathIsItsText() throws JsonProcessingException {
        var json = new ObjectMapper();

        assertThat(json.writeValueAsString(COMMUNE)).isEqualTo("\"95/954/31813\"");
        assertThat(json.readValue("\"95/954/31813\"", UnitPath.class)).isEqualTo(COMMUNE);
    }
}
