package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.SampleVault;
import vn.phongtrao.dossier.Finding;

class ContradictionsTest {

    private final CitizenNumbers citizens = SampleVault.create();
    private final Contradictions contradictions = new Contradictions(citizens);

    @Test
    void yearAndGenderAreComparedWithTheNumber() {
        assertThat(contradictions.of(person("female", "095080000123"))).extracting(Finding::message)
                .containsExactly("Số căn cước không phải của người sinh năm 1990", "Số căn cước không phải của nữ");
        assertThat(contradictions.of(person("female", "095190000123"))).isEmpty();
        assertThat(contradictions.of(person(null, "095190000123"))).isEmpty();
    }

    private Person person(String gender, String number) {
        return new Person("Mẫu", LocalDate.of(1990, 2, 3), gender,
                citizens.seal("citizenId", number, Optional.empty()));
    }
}
