package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which dossiers have not ended: those that a changed rule may touch. */
@Component
public class OpenDossiers {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenDossiers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Their numbers, the oldest first.
     *
     * @param from first day on which they were opened; null without one
     * @param to   last day; null without one
     */
    public List<DossierNumber> numbers(Collection<String> processes, LocalDate from, LocalDate to) {
        return processes.isEmpty() ? List.of() : jdbc.sql("""
                        select number from dossier
                        where closed_at is null and process in (:processes)
                          and (opened_at at time zone :zone)::date
                              between coalesce(:from::date, '-infinity') and coalesce(:to::date, 'infinity')
                        order by opened_at, number""")
                .param("processes", processes).param("zone", clock.getZone().getId()).param("from", from).param("to", to)
                .query((row, index) -> DossierNumber.of(row.getString("number"))).list();
    }
}
