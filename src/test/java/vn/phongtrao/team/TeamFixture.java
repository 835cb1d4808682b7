package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.StoredTypes;
import vn.phongtrao.TestTables;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** Hamlets, teams and members as tests need them, without processes. */
class TeamFixture {

    static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    static final LocalDate START = LocalDate.of(2024, 7, 1);

    /** The register of teams on a database of its own. */
    @EnableJdbcRepositories(basePackageClasses = Teams.class)
    @Import({TestTables.class, StoredTypes.class, Teams.class, Quotas.class, TeamFixture.class})
    static class Tables {

        @Bean
        NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource dataSource) {
            return new NamedParameterJdbcTemplate(dataSource);
        }
    }

    private final Teams teams;
    private final Quotas quotas;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private int numbers;

    TeamFixture(Teams teams, Quotas quotas, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.teams = teams;
        this.quotas = quotas;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    void empty() {
        jdbc.sql("truncate team, team_quota, area_class, hamlet, decision cascade").update();
    }

    /** A hamlet without a quota. */
    Hamlet hamlet(UnitPath commune, String code) {
        var path = commune.child(code);
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values (?, ?, ?, ?, '2024-01-01')""").params(path.value(), commune.value(), code, "Khóm mẫu " + code).update();
        return new Hamlet(path, commune, code, "Khóm mẫu " + code, START, null, true);
    }

    /** A hamlet that may have one team of so many members. */
    Hamlet hamlet(UnitPath commune, String code, int seats) {
        var hamlet = hamlet(commune, code);
        quotas.keep(new Quotas.Quota(commune, hamlet.path(), 1, seats, START, "01/QĐ-UBND", null),
                "committee-clerk.95");
        return hamlet;
    }

    Team team(UnitPath commune, String code, int seats) {
        var hamlet = hamlet(commune, code, seats);
        return run(() -> teams.establish(hamlet, "Tổ mẫu " + code, decision(), START));
    }

    Member join(Team team, String citizen, Role role) {
        return join(team, citizen, role, START);
    }

    Member join(Team team, String citizen, Role role, LocalDate on) {
        return run(() -> teams.recognise(team.id(), person(citizen), role, decision(), on));
    }

    /** Somebody known by that text, in place of a citizen number. */
    static Person person(String citizen) {
        return new Person("Người mẫu", LocalDate.of(1990, 1, 1), "male",
                new SealedNumber(citizen.getBytes(), citizen.getBytes(), "0********123"));
    }

    synchronized Decision decision() {
        numbers++;
        return jdbc.sql("""
                        insert into decision (authority, position, matter, symbol, year, number, signed_on, subject,
                                              dossier_number, unit_path, signer)
                        values (?, 'committee-chair', 'decision', 'QĐ-UBND', 2024, ?, '2024-07-01', 'Quyết định mẫu', 'TDT-1', ?, 'committee-chair')
                        returning id""").params(COMMUNE.value(), numbers, COMMUNE.value()).query((row, index) ->
                        new Decision(row.getLong("id"), COMMUNE, Position.COMMITTEE_CHAIR, Decision.MATTER, "QĐ-UBND",
                                2024, numbers, START, "Quyết định mẫu", DossierNumber.of("TDT-1"), COMMUNE,
                                "committee-chair", "code")).single();
    }

    <T> T run(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    void run(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }
}
