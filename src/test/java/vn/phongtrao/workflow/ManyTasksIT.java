package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/** An officer's list of tasks does not become slow with the tasks of others. What is entered here is taken back. */
@ScenarioTest
@Transactional
class ManyTasksIT {

    private static final Officer OFFICER = officer(POLICE_OFFICER, "95/954/31813");
    private static final long MOST_ROWS = 200;

    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcClient database;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 30_000})
    void theNewestTasksOfAnOfficerAreFoundAmongManyByAFewRows(int many) {
        enter(many);
        identity.setAuthentication(OFFICER.id(), OFFICER.posts().stream().map(Post::group).toList());
        var before = rowsRead();

        var newest = newest();

        assertThat(rowsRead() - before).as("rows read").isBetween(25L, MOST_ROWS);
        assertThat(newest).hasSize(25).allMatch(task -> task.getName().equals("95/954/31813/police-officer"));
        assertThat(tasks.createTaskQuery().count()).isGreaterThanOrEqualTo(many / 200);
    }

    /** Tasks of two hundred posts, each a candidate of as many. */
    private void enter(int many) {
        database.sql("""
                create temporary table many on commit drop as
                select 'many-' || number as id, now() - number * interval '1 minute' as at, case number % 200
                       when 0 then '95/954/31813/police-officer' else '95/other/' || number % 200 || '/police-officer' end as post
                from generate_series(1, :many) as number""").param("many", many).update();
        database.sql("""
                insert into act_ru_task (id_, rev_, name_, priority_, create_time_, suspension_state_)
                select id, 1, post, 50, at, 1 from many""").update();
        database.sql("""
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                select id, 1, 'candidate', post, id from many""").update();
        database.sql("analyze act_ru_task").update();
        database.sql("analyze act_ru_identitylink").update();
    }

    /** @return how many rows of tasks, and of who may take them, this transaction has looked at until now */
    private long rowsRead() {
        return database.sql("""
                select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables
                where relname in ('act_ru_task', 'act_ru_identitylink')""").query(Long.class).single();
    }

    private List<Task> newest() {
        return tasks.createTaskQuery().orderByTaskCreateTime().desc().listPage(0, 25);
    }
}
