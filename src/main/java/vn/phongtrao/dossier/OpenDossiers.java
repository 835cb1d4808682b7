package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.unit.UnitPath;

/** Which dossiers have not ended: those that a changed rule may touch. */
@Component
public class OpenDossiers {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenDossiers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The numbers of all, the oldest first. */
    public List<DossierNumber> all() {
        return jdbc.sql("select number from dossier where closed_at is null order by opened_at, number")
                .query((row, index) -> DossierNumber.of(row.getString("number"))).list();
    }

    /** How many there are of each unit. */
    public Map<UnitPath, Integer> byUnit() {
        return jdbc.sql("select unit_path, count(*) as dossiers from dossier where closed_at is null group by unit_path")
                .query((row, index) -> Map.entry(UnitPath.of(row.getString("unit_path")), row.getInt("dossiers"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
