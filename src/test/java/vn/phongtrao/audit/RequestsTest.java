package vn.phongtrao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;

/** What of requests is told, and in whose transaction. */
class RequestsTest {

    private static final HikariDataSource DATABASE = TestDatabase.create();
    private static final String NUMBER = "KT-31813-2024-00001";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final AuditTrail trail = new AuditTrail(jdbc, mock(Units.class), new MovableClock("2024-07-01"));
    private Officer officer = Officer.of("police-officer.31813", List.of("95/954/31813/police-officer"));
    private Requests requests;

    /** What acts change here. */
    private void change() {
        jdbc.sql("insert into place (name) values ('x')").update();
    }

    @BeforeEach
    void listening() {
        jdbc.sql("create table if not exists place (name text unique)").update();
        jdbc.sql("truncate place").update();
        forget();
        requests = new Requests(provided(trail), provided(new CurrentOfficer() {
            @Override
            public Officer get() {
                return officer;
            }

            @Override
            public Optional<Officer> find() {
                return Optional.ofNullable(officer);
            }
        }));
        transactions.addListener(requests);
    }

    private void forget() {
        RequestContextHolder.resetRequestAttributes();
        transaction.executeWithoutResult(running -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from audit_event").update();
        });
    }

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aChangeIsToldByItsOwnTransaction() {
        begin("POST", "/api/dossiers/{number}/withdrawal", Map.of("number", NUMBER, "id", "7"));
        transaction.executeWithoutResult(running -> change());
        answered(200);

        assertThat(jdbc.sql("select distinct xmin::text from (select xmin from audit_event union all select xmin from place) written")
                .query(String.class).list()).hasSize(1);
        assertThat(told()).containsExactly("change POST /api/dossiers/{number}/withdrawal KT-31813-2024-00001 id=7 done null");
    }

    @Test
    void aChangeThatIsRolledBackIsNotSaidToHaveHappened() {
        begin("POST", "/api/dossiers/{number}/withdrawal", Map.of("number", NUMBER));
        transaction.executeWithoutResult(running -> {
            change();
            running.setRollbackOnly();
        });
        answered(422);
        assertThat(told()).isEmpty();

        begin("POST", "/api/dossiers/{number}/withdrawal", Map.of("number", NUMBER));
        assertThatThrownBy(() -> transaction.executeWithoutResult(running -> {
            change();
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        answered(500);
        assertThat(told()).containsExactly("change POST /api/dossiers/{number}/withdrawal KT-31813-2024-00001 null failed 500");
    }

    @Test
    void aChangeThatCannotBeToldIsNotMade() {
        begin("POST", "/api/x", Map.of());
        jdbc.sql("alter table audit_event rename to audit_event_away").update();
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(running -> change())).hasMessageContaining("audit_event");
        } finally {
            jdbc.sql("alter table audit_event_away rename to audit_event").update();
        }
        assertThat(jdbc.sql("select count(*) from place").query(Long.class).single()).isZero();
    }

    @Test
    void whoAskedIsToldBesideTheStepsAndLoadsWhoeverTakesThem() {
        var asked = "police-officer.31813 change POST /api/report-periods/{id}/withdrawal";
        assertThat(stepsOf("hệ thống", "hệ thống")).containsExactly("hệ thống change step", "hệ thống change step", asked);
        assertThat(stepsOf("police-officer.31813")).containsExactly("police-officer.31813 change step", asked);

        officer = Officer.of("admin", List.of("camunda-admin"));
        assertThat(loadedBy("admin")).containsExactly("admin administration load", "admin administration POST /api/report-periods/{id}/withdrawal");
    }

    private List<String> stepsOf(String... actors) {
        return toldOf(() -> List.of(actors).forEach(actor -> jdbc.sql("""
                insert into dossier_step (dossier_number, task, unit_path, position, actor, received_at, finished_at, working_days)
                values (?, 'end-report', '95/954/31813', 'police-officer', ?, now(), now(), 0)""").params(NUMBER, actor).update()));
    }

    private List<String> loadedBy(String account) {
        return toldOf(() -> jdbc.sql("""
                insert into edition (number, area, loaded_at, loaded_by, source, note, changed)
                select coalesce(max(number), 0) + 1, 'processes', now(), ?, 'page', '', '{}' from edition""").param(account).update());
    }

    private List<String> toldOf(Runnable change) {
        forget();
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status, opened_by, opened_at, version)
                values (?, 'x', 'x', 'x', 'x', '', '95/954/31813', '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now(), 0)
                on conflict do nothing""").param(NUMBER).update();
        begin("POST", "/api/report-periods/{id}/withdrawal", Map.of("id", "1"));
        transaction.executeWithoutResult(running -> change.run());
        answered(200);
        return jdbc.sql("select concat_ws(' ', account, kind, act) from audit_event order by id").query(String.class).list();
    }

    @Test
    void ofManyThingsThatAreAskedForAtOnceEachRefusedOneIsTold() {
        begin("POST", "/api/tasks/completions", Map.of());
        for (var status : List.of(204, 403, 404, 422, 500)) {
            CurrentAct.part("taskId", "task-" + status);
            if (status != 404) {
                CurrentAct.about("KT-31813-2024-00" + status);
            }
            if (status == 204) {
                transaction.executeWithoutResult(running -> change());
            }
            CurrentAct.partAnswered(status);
        }
        answered(200);
        assertThat(told()).containsExactly("change POST /api/tasks/completions KT-31813-2024-00204 taskId=task-204 done null",
                "change POST /api/tasks/completions KT-31813-2024-00403 taskId=task-403 refused 403",
                "change POST /api/tasks/completions KT-31813-2024-00500 taskId=task-500 failed 500");

        forget();
        begin("POST", "/api/tasks/completions", Map.of());
        CurrentAct.part("taskId", "task-422");
        CurrentAct.partAnswered(422);
        answered(200);
        assertThat(told()).as("nothing was read by a slip").isEmpty();
        begin("POST", "/api/tasks/completions", Map.of());
        CurrentAct.part("taskId", "task-1");
        answered(500);
        assertThat(told()).containsExactly("change POST /api/tasks/completions null taskId=task-1 failed 500");
    }

    @Test
    void whatOnlyReadsAndSavesTheSessionChangesNothing() {
        begin("POST", "/api/awards/of-person", Map.of());
        transaction.executeWithoutResult(running -> jdbc.sql("select count(*) from place").query(Long.class).single());
        var session = new TransactionTemplate(transactions);
        session.setName(SessionTransactions.NAME);
        session.executeWithoutResult(running -> change());
        assertThat(told()).isEmpty();
        answered(200);
        assertThat(told()).as("who asks by a body asks for somebody").containsExactly("read POST /api/awards/of-person null null done 200");

        forget();
        begin("GET", "/api/dossiers", Map.of());
        transaction.executeWithoutResult(running -> jdbc.sql("insert into place (name) values ('y')").update());
        answered(200);
        assertThat(told()).isEmpty();
    }

    @Test
    void severalTransactionsAreOneAct() {
        begin("POST", "/api/x", Map.of());
        transaction.executeWithoutResult(running -> change());
        transaction.executeWithoutResult(running -> jdbc.sql("insert into place (name) values ('y')").update());
        answered(200);
        assertThat(told()).containsExactly("change POST /api/x null null done null");
    }

    @Test
    void anActWithinAnotherTransactionIsToldOnceAlsoWhereTheOtherFails() {
        begin("POST", "/api/x", Map.of());
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(running -> {
            apart.executeWithoutResult(inner -> change());
            running.setRollbackOnly();
        });
        answered(200);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatIsReadIsToldWhenItIsAThingAndWhatIsTakenAwayWhenItIsAFile() {
        read("/api/dossiers/{number}", Map.of("number", NUMBER), 200);
        read("/dossiers/{number}", Map.of("number", NUMBER), 200);
        read("/api/decisions/{id}", Map.of("id", "12"), 200);
        assertThat(told()).containsExactly("read GET /api/dossiers/{number} KT-31813-2024-00001 null done 200",
                "read GET /dossiers/{number} KT-31813-2024-00001 null done 200", "read GET /api/decisions/{id} null id=12 done 200");
        forget();
        for (var untold : List.of("/api/dossiers", "/verify/{code}", "/registers/{name}", "/api/units/{*path}", "/**", "/rules/{key}", "/api/drafts/tasks/{task}")) {
            read(untold, untold.contains("{") ? Map.of("name", "awards") : Map.of(), 200);
        }
        read("/api/dossiers/{number}", Map.of("number", "095088123451"), 404);
        assertThat(told()).isEmpty();
        file("/figures.pdf", Map.of(), "attachment; filename=figures.pdf");
        file("/api/decisions/{id}/document", Map.of("id", "12"), "inline; filename=decision.pdf");
        assertThat(told()).containsExactly("download GET /figures.pdf null null done 200", "read GET /api/decisions/{id}/document null id=12 done 200");
    }

    private void file(String pattern, Map<String, String> variables, String disposition) {
        begin("GET", pattern, variables);
        var file = new MockHttpServletResponse();
        file.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition);
        requests.answered(CurrentAct.request(), file, 200);
    }

    @Test
    void whatIsRefusedIsToldWhereItIsOfWeight() {
        read("/api/dossiers/{number}", Map.of("number", NUMBER), 403);
        act("/api/dossiers/{number}/withdrawal", 403);
        act("/api/dossiers/{number}/withdrawal", 422);
        act("/api/drafts/tasks/{task}", 403);
        assertThat(told()).containsExactly("read GET /api/dossiers/{number} KT-31813-2024-00001 null refused 403",
                "change POST /api/dossiers/{number}/withdrawal null null refused 403");
        forget();
        officer = Officer.of("admin", List.of("camunda-admin"));
        act("/api/provinces/folder", 422);
        act("/api/provinces/folder", 503);
        assertThat(told()).containsExactly("administration POST /api/provinces/folder null null refused 422",
                "administration POST /api/provinces/folder null null failed 503");
        officer = null;
        act("/api/x", 500);
        assertThat(told()).hasSize(2);
    }

    @Test
    void ofTheEngineTheContentOfTasksIsReadAndEverythingThatActsIsTold() {
        officer = Officer.of("admin", List.of("camunda-admin"));
        var task = "5a0f6f1e-7b1e-11ef-9a3f-012345678901";
        engine("GET", "/engine-rest/task/" + task + "/form-variables");
        engine("GET", "/camunda/api/engine/engine/default/task/" + task + "/form-variables");
        engine("GET", "/engine-rest/task/" + task);
        engine("POST", "/engine-rest/task/count");
        engine("POST", "/engine-rest/history/process-instance");
        assertThat(told()).containsExactly("read GET /engine-rest/task/{id}/form-variables KT-31813-2024-00001 id=" + task + " done 200",
                "read GET /camunda/api/engine/task/{id}/form-variables KT-31813-2024-00001 id=" + task + " done 200");
        forget();
        begin(engineRequest("DELETE", "/engine-rest/authorization/" + task));
        CurrentAct.concerns("userId", "police-officer.31813");
        CurrentAct.concerns("userId", "Nguyễn Văn Mẫu");
        transaction.executeWithoutResult(running -> change());
        answered(204);
        assertThat(told()).containsExactly("administration DELETE /engine-rest/authorization/{id} null id=" + task
                + "; userId=police-officer.31813; userId=… done null");
        forget();
        begin(engineRequest("POST", "/camunda/api/engine/engine/default/history/cleanup"));
        transaction.executeWithoutResult(running -> jdbc.sql("insert into place (name) values ('cleaned')").update());
        answered(200);
        assertThat(told()).containsExactly("administration POST /camunda/api/engine/history/cleanup null null done null");
    }

    private void engine(String method, String path) {
        begin(engineRequest(method, path));
        CurrentAct.about(NUMBER);
        answered(200);
    }

    private static MockHttpServletRequest engineRequest(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }

    private void read(String pattern, Map<String, String> variables, int status) {
        begin("GET", pattern, variables);
        answered(status);
    }

    private void act(String pattern, int status) {
        begin("POST", pattern, Map.of());
        answered(status);
    }

    private void begin(String method, String pattern, Map<String, String> variables) {
        var request = new MockHttpServletRequest(method, pattern);
        request.setServletPath(pattern);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
        begin(request);
    }

    private static void begin(MockHttpServletRequest request) {
        CurrentAct.begun(request);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private void answered(int status) {
        requests.answered(CurrentAct.request(), new MockHttpServletResponse(), status);
    }

    private List<String> told() {
        return jdbc.sql("select concat_ws(' ', kind, act, coalesce(dossier, 'null'), coalesce(subject, 'null'), outcome, coalesce(status::text, 'null'))"
                + " from audit_event order by id").query(String.class).list();
    }

    @SuppressWarnings("unchecked")
    private static <T> ObjectProvider<T> provided(T bean) {
        var provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
