package vn.phongtrao.team;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Status;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.retention.Forgetful;
import vn.phongtrao.retention.KeptFor;

/**
 * Who wished to join a team and did not, for so many years as the table {@code candidate-retention} says, which was there before the common one. Numbers
 * and results stay; minutes that were printed are archives and stay too.
 */
@Component
class ForgottenCandidates implements Forgetful {

    private static final int MONTHS = 12;
    private static final String OF_CANDIDATES = """
            update team_candidate
            set name = null, birth_date = null, gender = null, citizen_cipher = null, citizen_digest = null,
                citizen_mask = null, education = null, residence_months = null, health_certificate = null,
                transitional = null, legal_clear = null, legal_checked_on = null, reasons = '{}',
                legal_bases = '{}'
            from dossier
            where number = dossier_number and closed_at < :before and name is not null and (role is null or status in (:vain))
            returning dossier_number""";
    private static final String OF_NEWCOMERS = """
            delete from team_newcomer using dossier
            where number = dossier_number and closed_at < :before and status in (:vain)
            returning dossier_number""";

    private final JdbcClient jdbc;

    ForgottenCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @RowOf(value = "candidate-retention", single = true)
    private record Retention(int years, String legalBasis) {
    }

    @Override
    public String what() {
        return "candidate";
    }

    @Override
    public Optional<KeptFor> kept(Rules rules, LocalDate today) {
        var kept = rules.row("candidate-retention", Days.on(today), new Rules.Any(), Retention.class);
        return Optional.of(new KeptFor(kept.years() * MONTHS, kept.legalBasis()));
    }

    @Override
    public List<String> forget(Instant endedBefore) {
        return Stream.of(OF_CANDIDATES, OF_NEWCOMERS).flatMap(forget -> jdbc.sql(forget).param("before", Timestamp.from(endedBefore))
                .param("vain", Status.namesInVain()).query(String.class).list().stream()).toList();
    }
}
