package vn.phongtrao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import vn.phongtrao.procedure.Binding;

/** The form, the records and the list of measures say the same. */
class MeasureTest {

    private static final Path FORM = Path.of("processes/movement-report/movement-report-fill-report.form");

    @Test
    void theFormTakesWhatAFileTakes() throws IOException {
        Map<String, Integer> most = new HashMap<>();
        new ObjectMapper().readTree(FORM.toFile()).findParents("decimalDigits").forEach(field ->
                most.put(field.get("key").asText(), field.at("/validate/max").asInt()));

        assertThat(most).hasSize(Measure.values().length);
        assertThat(Measure.values()).allSatisfy(measure ->
                assertThat(most).containsEntry(measure.id(), measure.most()));
    }

    @Test
    void aFormBeginsWithNothingThatItWouldRefuse() {
        assertThat(Measure.MASS_ORGANISATION_MEMBERS.from(1_000_000)).isEqualTo(1_000_000);
        assertThat(Measure.MASS_ORGANISATION_MEMBERS.from(1_000_001)).isNull();
        assertThat(Measure.MASS_ORGANISATION_MEMBERS.from(3_000_000_000L)).isNull();
    }

    @Test
    void aFigureIsFoundByItsMeasure() {
        var figures = Figures.of(Measure::ordinal);

        assertThat(Binding.plain(figures)).hasSize(Measure.values().length);
        assertThat(Arrays.stream(Measure.values())).allSatisfy(measure -> {
            assertThat(figures.get(measure)).isEqualTo(measure.ordinal());
            assertThat(Binding.plain(figures)).containsEntry(measure.id(), measure.ordinal());
        });
    }
}
