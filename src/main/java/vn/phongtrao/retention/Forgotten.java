package vn.phongtrao.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;

/** What has been forgotten. What is recorded stays, and names nobody. */
@Service
public class Forgotten {

    private static final Sortable SORTABLE = Sortable.by("id", "forgottenAt", "what", "dossierNumber");

    private final JdbcClient jdbc;
    private final Clock clock;

    Forgotten(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Rows of a kind of one dossier, forgotten in one night. */
    public record Entry(long id, Instant forgottenAt, String what, String whatName, String dossierNumber, int rows, String legalBasis) {
    }

    /**
     * Records what the same transaction has forgotten.
     *
     * @param dossiers the number of each row's dossier
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String what, List<String> dossiers, String legalBasis) {
        var now = Timestamp.from(clock.instant());
        dossiers.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())).forEach((number, rows) ->
                jdbc.sql("insert into forgotten (forgotten_at, what, dossier_number, row_count, legal_basis) values (?, ?, ?, ?, ?)")
                        .params(now, what, number, rows, legalBasis).update());
    }

    /** The latest first, unless it is sorted otherwise. @param officer an administrator, who sees all */
    @Transactional(readOnly = true)
    public Page<Entry> list(Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, "(select forgotten.*, unit_path from forgotten join dossier on number = dossier_number) forgotten", SORTABLE,
                (row, index) -> new Entry(row.getLong("id"), row.getTimestamp("forgotten_at").toInstant(), row.getString("what"),
                        Labels.of("forgotten-what." + row.getString("what")), row.getString("dossier_number"), row.getInt("row_count"),
                        row.getString("legal_basis"))).within("unit_path", officer).page(pageable);
    }
}
