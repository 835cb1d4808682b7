package vn.phongtrao.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.retention.Forgotten;

/**
 * Forgets who wished to join a team and did not, so many years after the dossier ended as decision table
 * {@code candidate-retention} says. Numbers and results stay; minutes that were printed are archives and stay too.
 */
@Component
class CandidateRetention {

    private static final String WHAT = "candidate";

    private final Rules rules;
    private final Forgotten forgotten;
    private final JdbcClient jdbc;
    private final Clock clock;

    CandidateRetention(Rules rules, Forgotten forgotten, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.forgotten = forgotten;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @RowOf(value = "candidate-retention", single = true)
    private record Retention(int years, String legalBasis) {
    }

    /** Whichever node comes later finds nothing left to do. */
    @Scheduled(cron = "0 30 2 * * *", zone = Vietnam.ZONE)
    @Transactional
    void forget() {
        var today = LocalDate.now(clock);
        var retention = rules.row("candidate-retention", Days.on(today), new Rules.Any(), Retention.class);
        var before = Timestamp.from(today.minusYears(retention.years()).atStartOfDay(clock.getZone()).toInstant());
        forgotten.record(WHAT, jdbc.sql("""
                        update team_candidate
                        set name = null, birth_date = null, gender = null, citizen_cipher = null, citizen_digest = null,
                            citizen_mask = null, education = null, residence_months = null, health_certificate = null,
                            transitional = null, legal_clear = null, legal_checked_on = null, reasons = '{}',
                            legal_bases = '{}'
                        from dossier
                        where dossier.number = dossier_number and closed_at < ? and name is not null
                          and (role is null or dossier.status <> 'DECIDED')
                        returning dossier_number""").param(before).query(String.class).list(), retention.legalBasis());
        forgotten.record(WHAT, jdbc.sql("""
                        delete from team_newcomer using dossier
                        where dossier.number = dossier_number and closed_at < ? and status <> 'DECIDED'
                        returning dossier_number""").param(before).query(String.class).list(), retention.legalBasis());
    }
}
