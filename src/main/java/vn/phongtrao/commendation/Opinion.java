package vn.phongtrao.commendation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.language.Labels;
import vn.phongtrao.text.Named;

/**
 * What a body that was asked for its opinion answered.
 *
 * @param answeredOn null where it did not answer
 */
record Opinion(@NotNull(message = REQUIRED) @Named String body, @NotNull(message = REQUIRED) LocalDate askedOn,
               @NotNull(message = REQUIRED) Answer answer, LocalDate answeredOn, String content) {

    enum Answer {
        AGREE, DISAGREE, NONE;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return Labels.of("opinion-answer." + id());
        }

        @JsonCreator
        static Answer of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
