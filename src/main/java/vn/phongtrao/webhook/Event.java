package vn.phongtrao.webhook;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.unit.UnitPath;

/**
 * What is sent to a system: never what stands in a dossier, and nobody's name.
 *
 * @param type      of the event
 * @param timestamp when it happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(String type, Instant timestamp, Data data) {

    /**
     * What is null is left out.
     *
     * @param process   key of the procedure
     * @param unitPath  the unit whose dossier it is
     * @param status    where the dossier stands, such as {@code in-progress}
     * @param link      page of the dossier
     * @param task      key of the task that was finished
     * @param stop      the stop of the route, from 1; null outside the review
     * @param outcome   what the officer said of the dossier
     * @param decisions those that the dossier ended with, or that which revokes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(DossierNumber dossierNumber, String process, UnitPath unitPath, String status, String link,
                       String task, Integer stop, Outcome outcome, List<Taken> decisions) {
    }

    /** A decision, with its number as printed. */
    public record Taken(long id, String number) {
    }
}
