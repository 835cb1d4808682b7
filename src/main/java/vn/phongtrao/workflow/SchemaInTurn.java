package vn.phongtrao.workflow;

import org.camunda.bpm.engine.SchemaOperationsCommand;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.turn.Turn;

/**
 * Makes or changes the engine's tables while no other node does: of nodes that start together, the second finds them
 * there.
 */
class SchemaInTurn implements SchemaOperationsCommand {

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
        return schema.execute(context);
    }
}
