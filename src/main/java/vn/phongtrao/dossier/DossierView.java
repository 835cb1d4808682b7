package vn.phongtrao.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.unit.UnitPath;

/**
 * A dossier as the register shows it: in JSON the content and what is annexed stand beside the other fields.
 *
 * @param dueOn    the last day of what is to be done now; null after the end
 * @param content  what its procedure shows, for commendations with {@code nominees}
 * @param annexed  what other modules keep with every dossier: documents, papers, decisions
 * @param findings what the rules say; empty after the end
 * @param stepTerm the clock of what is to be done now; null before the first task, and after the end
 * @param wholeTerm the clock of the whole dossier; null where no rule gives it a time, until its originator has
 *                  completed it, and after the end
 * @param reminders what was told of tasks that waited, the first one first
 */
@Fills("page")
public record DossierView(DossierNumber number, String process, String form, String type, String title,
                          UnitPath unitPath, String status, String statusName, String openedBy, Instant openedAt,
                          Instant closedAt, LocalDate dueOn, String suspensionReason, List<Stop> route,
                          List<Step> steps, @JsonUnwrapped Record content,
                          @Schema(hidden = true) @JsonAnyGetter Map<String, Object> annexed,
                          List<Finding> findings, Term stepTerm, Term wholeTerm, List<Reminder> reminders) {

    /** All of it by name, for templates. */
    public Map<String, Object> fields() {
        var fields = Components.of(this);
        fields.putAll(Components.of(content));
        fields.putAll(annexed);
        return fields;
    }
}
