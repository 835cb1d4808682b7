package vn.phongtrao.procedure;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.Editions;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/** The organisation's own files of procedures. */
@Component
public class ProcedureEditions extends Editions implements SmartInitializingSingleton {

    private final Procedures procedures;
    private final Checks checks;
    private final ApplicationEventPublisher events;

    ProcedureEditions(FileTree builtInProcesses, Procedures procedures, ProcedureProperties properties, Checks checks,
                      ApplicationEventPublisher events, TransactionTemplate transactions, JdbcClient jdbc,
                      Clock clock) {
        super(Area.PROCESSES, builtInProcesses, properties.folder(), jdbc, transactions, clock);
        this.procedures = procedures;
        this.checks = checks;
        this.events = events;
    }

    @Override
    public void afterSingletonsInstantiated() {
        start();
    }

    @Override
    protected List<Finding> findings(FileTree files) {
        return checks.of(files);
    }

    @Override
    protected void loading(FileTree before, FileTree files) {
        events.publishEvent(new EditionLoading(files));
    }

    @Override
    protected void taken(FileTree files) {
        procedures.replace(files);
        events.publishEvent(new ProceduresChanged(files));
    }
}
