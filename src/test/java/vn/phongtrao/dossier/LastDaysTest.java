package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.dossier.DossierRegister.Filter;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Six dossiers of two communes, the last of which has no last day. */
class LastDaysTest {

    private static final Officer DISTRICT = Officer.of("x", List.of("95/954/police-chief"));
    private static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null, null, null);
    private static final Filter FORM = new Filter(null, "commune-certificate", null, null, null, null, null, null, null, null, null);
    private static final Filter COMMUNE = new Filter(null, null, UnitPath.of("95/954/31813"), null, null, null, null, null, null, null, null);
    private static final String LOCK = "select (last).due_on from lock_dossier('KT-31813-2024-00001')";

    private DataSource database;
    private JdbcClient jdbc;
    private DossierRegister register;

    @BeforeEach
    void dossiers() {
        database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status, opened_by, opened_at, version)
                select 'KT-31813-2024-0000' || n, 'commendation', 'commune-certificate', 'ad-hoc', '', '', case when n % 2 = 1 then '95/954/31813' else '95/954/31816' end,
                       '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now() + n * interval '1 minute', 0
                from generate_series(1, 6) n""").update();
        jdbc.sql("update dossier_last_day set due_on = date '2024-07-10' - right(number, 1)::integer where number not like '%6'").update();
        register = new DossierRegister(mock(), mock(), mock(), mock(), mock(), List.of(), List.of(), mock(), mock(), jdbc, Clock.systemUTC());
    }

    @Test
    void theNearestComesFirstAndWhatHasNoneLast() {
        assertThat(listed(ALL, Sort.by("dueOn"))).containsExactly("5", "4", "3", "2", "1", "6");
        assertThat(listed(ALL, Sort.by("dueOn").descending())).containsExactly("6", "1", "2", "3", "4", "5");
        assertThat(listed(COMMUNE, Sort.by("dueOn"))).containsExactly("5", "3", "1");
    }

    @Test
    void ofOneLastDayTheLatestComesFirst() {
        jdbc.sql("update dossier_last_day set due_on = '2024-07-01'").update();

        assertThat(listed(ALL, Sort.by("dueOn"))).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(listed(FORM, Sort.by("dueOn"))).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(listed(ALL, Sort.by("dueOn").descending())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(listed(ALL, Sort.by("dueOn").and(Sort.by("openedAt")))).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void aFilteredListHasTheSameOrder() {
        assertThat(listed(FORM, Sort.by("dueOn"))).containsExactly("5", "4", "3", "2", "1", "6");
        assertThat(listed(ALL, Sort.by("form").and(Sort.by("dueOn")))).containsExactly("5", "4", "3", "2", "1", "6");
        assertThat(listed(ALL, Sort.by("dueOn").and(Sort.by("form")))).containsExactly("5", "4", "3", "2", "1", "6");
    }

    @Test
    void whatIsSuspendedOrAtItsEndIsNeverLate() {
        jdbc.sql("update dossier set suspended_on = now() where number = 'KT-31813-2024-00005'").update();
        jdbc.sql("update dossier set status = 'DECIDED', closed_at = now() where number = 'KT-31813-2024-00004'").update();
        assertThat(listed(ALL, Sort.by("dueOn"))).containsExactly("3", "2", "1", "6", "5", "4");

        jdbc.sql("update dossier set suspended_on = null where number = 'KT-31813-2024-00005'").update();
        assertThat(listed(ALL, Sort.by("dueOn"))).containsExactly("5", "3", "2", "1", "6", "4");
    }

    @Test
    @Timeout(60)
    void whoHasWaitedForAStepSeesTheLastDayThatItSet() throws Exception {
        try (var first = database.getConnection(); var second = database.getConnection()) {
            first.setAutoCommit(false);
            var step = client(first);
            step.sql(LOCK).query(LocalDate.class).single();
            var waited = CompletableFuture.supplyAsync(() -> client(second).sql(LOCK).query(LocalDate.class).single());
            while (jdbc.sql("select not exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())")
                    .query(Boolean.class).single()) {
                Thread.onSpinWait();
            }
            step.sql("update dossier_last_day set due_on = '2024-08-01' where number = 'KT-31813-2024-00001'").update();
            first.commit();

            assertThat(waited.get()).isEqualTo("2024-08-01");
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private List<String> listed(Filter filter, Sort sort) {
        return register.list(filter, DISTRICT, PageRequest.of(0, 10, sort)).map(entry -> entry.number().value().substring("KT-31813-2024-0000".length())).getContent();
    }
}
