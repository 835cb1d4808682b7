package vn.phongtrao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvisionFiguresTest {

    @Test
    void aCourseIsNoPartOfTheEquipment() {
        assertThat(new ProvisionFigures(null).figures()).filteredOn(figure -> figure.id().equals("equipment")).singleElement()
                .satisfies(figure -> assertThat(figure.by().get(0).values()).contains("uniform", "device").doesNotContain("training"));
    }
}
