package vn.phongtrao.procedure;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.ProcedureRules.About;

/** Whose dossiers are judged by a table. */
@Component
public class TableUse {

    private final Declared declared;

    public TableUse(Declared declared) {
        this.declared = declared;
    }

    /**
     * The procedures that ask a table: its own, and those that the program names; of a default all that have none in
     * its place.
     *
     * @param files in force
     */
    public Set<String> by(Table table, FileTree files) {
        Set<String> processes = new TreeSet<>();
        if (table.folder().equals(Procedures.SHARED)) {
            processes.addAll(files.folders());
            processes.remove(Procedures.SHARED);
            About.ofDefault(table.key()).ifPresent(about -> processes.removeIf(process -> about.replacedIn(process, files)));
        } else {
            processes.add(table.folder());
            declared.rowsOf(table.key()).forEach(row ->
                    processes.addAll(Arrays.asList(row.getAnnotation(RowOf.class).alsoFor())));
        }
        return processes;
    }
}
