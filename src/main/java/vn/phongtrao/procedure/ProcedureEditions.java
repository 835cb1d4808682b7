package vn.phongtrao.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

    /** What is decided by and what decisions say; how pages look is no reason to wait. */
    private static final Pattern DECIDES = Pattern.compile("[^/]+/(.+\\.(bpmn|dmn|form)|papers/.+)");

    private final Procedures procedures;
    private final Checks checks;
    private final TableUse tables;
    private final ApplicationEventPublisher events;

    ProcedureEditions(FileTree builtInProcesses, Procedures procedures, ProcedureProperties properties, Checks checks,
                      TableUse tables, ApplicationEventPublisher events, TransactionTemplate transactions,
                      JdbcClient jdbc, Clock clock) {
        super(Area.PROCESSES, builtInProcesses, properties.folder(), jdbc, transactions, clock);
        this.procedures = procedures;
        this.checks = checks;
        this.tables = tables;
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
    protected FileTree read(FileTree folder, FileTree builtIn) {
        return TableSheets.read(folder, builtIn);
    }

    @Override
    protected void loading(FileTree before, FileTree files) {
        events.publishEvent(new EditionLoading(files));
    }

    @Override
    protected void taken(FileTree files) {
        procedures.replace(files, held(files));
        events.publishEvent(new ProceduresChanged(files));
    }

    /** The procedures that wait for an own file, with its path. */
    private Map<String, String> held(FileTree files) {
        Map<String, String> held = new TreeMap<>();
        own().stream().filter(own -> !own.unfit().isEmpty() && DECIDES.matcher(own.path()).matches()).forEach(own ->
                using(own.path(), files).forEach(procedure -> held.put(procedure, own.path())));
        return held;
    }

    private Set<String> using(String path, FileTree files) {
        var folder = path.substring(0, path.indexOf('/'));
        return Table.find(files, path).map(table -> tables.by(table, files))
                .orElseGet(() -> folder.equals(Procedures.SHARED) ? files.folders() : Set.of(folder));
    }
}
