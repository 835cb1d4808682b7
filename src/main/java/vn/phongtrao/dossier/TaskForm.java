package vn.phongtrao.dossier;

import java.util.Set;

/**
 * What the form of a task brings, and what is done with it before the task is completed.
 *
 * @param tasks  keys of the user tasks with this form
 * @param fields a component for each field that the procedure reads; absent ones are null unless the record forbids it
 */
public record TaskForm<T extends Record>(Set<String> tasks, Class<T> fields, Keeping<T> keeping) {

    public static <T extends Record> TaskForm<T> of(String task, Class<T> fields, Keeping<T> keeping) {
        return new TaskForm<>(Set.of(task), fields, keeping);
    }

    /** Keeps what a form brought. */
    @FunctionalInterface
    public interface Keeping<T extends Record> {

        /** @throws vn.phongtrao.refusal.Refusal when a rule forbids it */
        void keep(Dossier dossier, Assignment assignment, T fields);
    }
}
