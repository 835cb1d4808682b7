package vn.phongtrao.workflow;

import java.util.List;

import org.camunda.bpm.engine.SchemaOperationsCommand;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.turn.Turn;

/**
 * Makes or changes the engine's tables while no other node does: of nodes that start together, the second finds them
 * there, without the indexes that only cost, and with those that are missed.
 */
class SchemaInTurn implements SchemaOperationsCommand {

    /**
     * Indexes of the engine's that nothing here looks into: no tenants, no search of history but by a dossier's instances and
     * by the day it may be forgotten, no owners of tasks, no batches; candidates are found in order, see {@link TasksInOrder}. Each would be written with every row.
     */
    static final List<String> UNASKED = List.of("act_idx_hi_act_inst_comp", "act_idx_hi_act_inst_end",
            "act_idx_hi_act_inst_proc_def_key", "act_idx_hi_act_inst_start_end", "act_idx_hi_act_inst_stats",
            "act_idx_hi_act_inst_tenant_id", "act_idx_hi_ai_pdefid_end_time", "act_idx_hi_pro_inst_end",
            "act_idx_hi_pro_inst_proc_def_key", "act_idx_hi_pro_inst_proc_time", "act_idx_hi_pro_inst_tenant_id",
            "act_idx_exec_tenant_id", "act_idx_job_tenant_id", "act_idx_task_tenant_id", "act_idx_task_owner",
            "act_idx_variable_task_id", "act_idx_variable_tenant_id", "act_idx_batch_id", "act_idx_ident_lnk_group");

    /** The job executor asks every few seconds, on each node, whose day has come: of as many as there are open dossiers. */
    private static final String JOBS_BY_DAY = "create index job_by_day on act_ru_job (duedate_)";

    private final JdbcClient jdbc;
    private final SchemaOperationsCommand schema;

    /** @param schema the engine's own work, which is done within one transaction */
    SchemaInTurn(JdbcClient jdbc, SchemaOperationsCommand schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public Void execute(CommandContext context) {
        Turn.take(jdbc, "engine-schema");
        schema.execute(context);
        jdbc.sql("drop index if exists " + String.join(", ", UNASKED)).update();
        // who may not make it finds it there
        if (jdbc.sql("select to_regclass('job_by_day') is null").query(Boolean.class).single()) {
            jdbc.sql(JOBS_BY_DAY).update();
        }
        TasksInOrder.create(jdbc);
        return null;
    }
}
