package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.SchemaOperationsProcessEngineBuild;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import vn.phongtrao.local.LocalPostgres;

/** Several nodes start at once on an empty database. */
class SchemaInTurnTest {

    private static final int NODES = 3;

    @Test
    void nodesThatStartTogetherAllFindTheTablesOfTheEngine() throws Exception {
        var database = new DriverManagerDataSource(LocalPostgres.shared().freshDatabase(), "postgres", "postgres");
        var together = new CyclicBarrier(NODES);
        var nodes = Executors.newFixedThreadPool(NODES);
        try {
            var starting = IntStream.range(0, NODES).mapToObj(number -> nodes.submit(() ->
                    node(database, number, together).buildProcessEngine())).toList();

            for (Future<ProcessEngine> engine : starting) {
                assertThat(engine.get().getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
                engine.get().close();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(JdbcClient.create(database).sql("select count(*) from act_ge_schema_log").query(Long.class)
                .single()).isEqualTo(1);
        assertThat(JdbcClient.create(database).sql("select indexname from pg_indexes where tablename like 'act\\_%'")
                .query(String.class).list()).as("indexes that nothing looks into, and those that something does")
                .doesNotContainAnyElementsOf(SchemaInTurn.UNASKED).contains("act_idx_hi_act_inst_procinst",
                        "act_idx_hi_act_inst_rm_time", "act_idx_hi_pro_i_buskey", "act_idx_hi_pro_inst_rm_time", "job_by_day");
    }

    private static SpringProcessEngineConfiguration node(DriverManagerDataSource database, int number,
                                                         CyclicBarrier together) {
        var node = new SpringProcessEngineConfiguration();
        node.setProcessEngineName("node-" + number);
        node.setApplicationContext(new StaticApplicationContext());
        node.setDataSource(database);
        node.setTransactionManager(new JdbcTransactionManager(database));
        node.setDatabaseSchemaUpdate("true");
        node.setJobExecutorActivate(false);
        var schema = new SchemaInTurn(JdbcClient.create(database), new SchemaOperationsProcessEngineBuild());
        node.setSchemaOperationsCommand(context -> {
            await(together);
            return schema.execute(context);
        });
        return node;
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
