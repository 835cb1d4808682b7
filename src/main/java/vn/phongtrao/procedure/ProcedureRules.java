package vn.phongtrao.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;

/** The rules that every procedure has: those of a table in its own folder, or else the defaults in {@code review}. */
@Component
public class ProcedureRules {

    private final Procedures procedures;
    private final Rules rules;

    public ProcedureRules(Procedures procedures, Rules rules) {
        this.procedures = procedures;
        this.rules = rules;
        for (var about : About.values()) {
            if (!has(Procedures.SHARED, about.table)) {
                throw new IllegalStateException("No default table %s".formatted(about.table));
            }
        }
    }

    /** What the rules are about. */
    public enum About {
        ROUTE("route", "review-route"), DEADLINE("deadline", "deadline"), DOCUMENTS("documents", "required-documents"),
        REMINDER("deadline-reminder", "deadline-reminder");

        private final String own;
        private final String table;

        About(String own, String table) {
            this.own = own;
            this.table = table;
        }

        static Optional<About> ofDefault(String table) {
            return Arrays.stream(values()).filter(about -> about.table.equals(table)).findFirst();
        }

        /** Deadlines and reminders that an own table has no row for are those of the default. */
        boolean replacedIn(String procedure, FileTree files) {
            return this != DEADLINE && this != REMINDER && files.find("%1$s/%1$s-%2$s.dmn".formatted(procedure, own)).isPresent();
        }
    }

    /** The rows that match in the procedure's own table, if it has one, or else in the default table. */
    public <R extends Record> List<R> rows(String procedure, About about, Days days, Record facts, Class<R> row) {
        var own = procedure + "-" + about.own;
        return rules.rows(has(procedure, own) ? own : about.table, days, facts, row);
    }

    /** The rows that match in the procedure's own table, or, where none does, those in the default table. */
    public <R extends Record> List<R> rowsOrDefault(String procedure, About about, Days days, Record facts,
                                                    Class<R> row) {
        var own = rows(procedure, about, days, facts, row);
        return own.isEmpty() ? rules.rows(about.table, days, facts, row) : own;
    }

    /**
     * The first row that matches in the procedure's own table, or else the one in the default table.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, when no row is in force for these facts on those days
     */
    public <R extends Record> R row(String procedure, About about, Days days, Record facts, Class<R> row) {
        return rows(procedure, about, days, facts, row).stream().findFirst()
                .orElseGet(() -> rules.row(about.table, days, facts, row));
    }

    private boolean has(String folder, String table) {
        return procedures.find(folder, table + ".dmn").isPresent();
    }
}
