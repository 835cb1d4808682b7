package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.phongtrao.commendation.Citation.Recipient;

class RecipientTest {

    @Test
    void aForeignerIsNamedWithTheStateThatTheyAreOf() {
        assertThat(person("Lào", "Kỹ sư").particulars()).isEqualTo("Sinh năm 1980; quốc tịch Lào; Kỹ sư");
        assertThat(person("Lào", "Kỹ sư").occupied()).isEqualTo("Quốc tịch Lào; Kỹ sư");
        assertThat(person(null, null).occupied()).isEmpty();
        assertThat(person(null, "Trưởng khóm").particulars()).isEqualTo("Sinh năm 1980; Trưởng khóm");
    }

    private static Recipient person(String nationality, String occupation) {
        return new Recipient("individual", "Cá nhân", "Người Mẫu", null, 1980, nationality, occupation, null, null, 0, null, null,
                false, 1, null);
    }
}
