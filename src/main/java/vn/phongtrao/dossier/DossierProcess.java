package vn.phongtrao.dossier;

import java.util.Set;

/** What a dossier asks of the process that carries it. */
public interface DossierProcess {

    /** Ends the process by withdrawal. */
    void withdraw(DossierNumber number);

    /** Stops tasks and deadlines. */
    void suspend(DossierNumber number);

    /** Lets tasks and deadlines go on, later by as many working days as they were stopped. */
    void resume(DossierNumber number, int workingDays);

    /** The groups that hold the dossier now: candidates of its open tasks. */
    Set<String> holders(DossierNumber number);

    /** What a task of the process, or of one that it calls, is called; its key where the process has no such task. */
    String taskName(String process, String task);
}
