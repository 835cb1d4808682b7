package vn.phongtrao.rating;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/** What the unit says of its teams and their members, all of them. */
@FieldsOf({"team-rating-complete-dossier", "team-rating-supplement"})
record Proposed(@NotNull(message = REQUIRED) List<@Valid Row> teams, @NotNull(message = REQUIRED) List<@Valid Row> members) {

    /**
     * A team or a member. The six groups of tasks are those of Luật 30/2023/QH15, Điều 7 to Điều 12, in per cent; what was
     * not given is null.
     *
     * @param id          as the dossier has it; null where the name says who is meant
     * @param birthYear   tells members of one name apart, as {@code team} does
     * @param team        null for teams
     * @param met         keys of the conditions that are met; null for none
     * @param complaint   null counts as no, as {@code transferred} does
     * @param level       null where none is proposed
     */
    record Row(Long id, @NotNull(message = REQUIRED) String name, Integer birthYear, String team,
               BigDecimal situation, BigDecimal movement, BigDecimal fireRescue, BigDecimal administration,
               BigDecimal education, BigDecimal patrol, List<String> met, Boolean complaint, Boolean transferred,
               Level level) {

        List<BigDecimal> tasks() {
            return Arrays.asList(situation, movement, fireRescue, administration, education, patrol);
        }
    }

    List<Row> rows(Subject subject) {
        return subject == Subject.TEAM ? teams : members;
    }
}
