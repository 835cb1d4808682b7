package vn.phongtrao.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;

/** What has been decided, which a rule dated back would have judged otherwise, and which stays as it is. */
@Component
public class StandingDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    StandingDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The day that the rules of a dossier go by. */
    public enum By {
        RECEIPT, DECISION
    }

    /** @param decisionNumber as printed; null where a higher authority decided */
    public record Standing(DossierNumber dossierNumber, String decisionNumber, LocalDate decidedOn) {
    }

    /**
     * Those whose day lies between two, the earliest decided first.
     *
     * @param processes of the dossiers
     * @param from      null without a first day
     * @param to        null without a last day
     */
    public List<Standing> between(Collection<String> processes, By by, LocalDate from, LocalDate to) {
        return processes.isEmpty() ? List.of() : jdbc.sql("""
                        select * from (
                            select d.number as dossier_number, x.id, x.number, x.symbol,
                                   coalesce(x.signed_on, (d.closed_at at time zone :zone)::date) as decided_on,
                                   (d.opened_at at time zone :zone)::date as received_on
                            from dossier d left join decision x on x.dossier_number = d.number
                            where d.process in (:processes) and (x.id is not null or d.status = 'DECIDED')) decided
                        where case when :receipt then received_on else decided_on end
                              between coalesce(:from::date, '-infinity') and coalesce(:to::date, 'infinity')
                        order by decided_on, dossier_number, id""")
                .param("zone", clock.getZone().getId()).param("processes", processes)
                .param("receipt", by == By.RECEIPT).param("from", from).param("to", to)
                .query((row, index) -> new Standing(DossierNumber.of(row.getString("dossier_number")),
                        row.getString("symbol") == null ? null
                                : Decision.label(row.getInt("number"), row.getString("symbol")),
                        row.getObject("decided_on", LocalDate.class))).list();
    }
}
