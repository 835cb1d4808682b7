package vn.phongtrao.workflow;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.SchemaOperationsProcessEngineBuild;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The engine's tables without an engine: an engine that starts finds them as it would have made them. */
final class EngineTables extends SpringProcessEngineConfiguration {

    private EngineTables(DataSource database) {
        setApplicationContext(new StaticApplicationContext());
        setDataSource(database);
        setTransactionManager(new JdbcTransactionManager(database));
        setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        setCmmnEnabled(false);
    }

    /** Makes or changes them, unless they are there. */
    static void bring(DataSource database) {
        var tables = new EngineTables(database);
        tables.init();
        tables.getCommandExecutorSchemaOperations().execute(new SchemaInTurn(JdbcClient.create(database),
                new SchemaOperationsProcessEngineBuild()));
    }
}
