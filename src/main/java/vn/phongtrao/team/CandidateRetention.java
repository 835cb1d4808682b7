package vn.phongtrao.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/**
 * Forgets who wished to join a team and did not, so many years after the dossier ended as decision table
 * {@code candidate-retention} says. Numbers and results stay; minutes that were printed are archives and stay too.
 */
@Component
class CandidateRetention {

    private final Rules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    CandidateRetention(Rules rules, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @RowOf(value = "candidate-retention", single = true)
    private record Retention(int years) {
    }

    /** Whichever node comes later finds nothing left to do. */
    @Scheduled(cron = "0 30 2 * * *")
    @Transactional
    void forget() {
        var today = LocalDate.now(clock);
        var years = rules.row("candidate-retention", Days.on(today), new Rules.Any(), Retention.class).years();
        var before = Timestamp.from(today.minusYears(years).atStartOfDay(clock.getZone()).toInstant());
        jdbc.sql("""
                        update team_candidate
                        set name = null, birth_date = null, gender = null, citizen_cipher = null, citizen_digest = null,
                            citizen_mask = null, education = null, residence_months = null, health_certificate = null,
                            transitional = null, legal_clear = null, legal_checked_on = null, reasons = '{}',
                            legal_bases = '{}'
                        from dossier
                        where dossier.number = dossier_number and closed_at < ? and name is not null
                          and (role is null or dossier.status <> 'DECIDED')""").param(before).update();
        jdbc.sql("""
                        delete from team_newcomer using dossier
                        where dossier.number = dossier_number and closed_at < ? and status <> 'DECIDED'""")
                .param(before).update();
    }
}
