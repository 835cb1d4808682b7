package vn.phongtrao.press;

/** Decisions before they are taken. */
public interface DraftDecisions {

    /**
     * What would be decided if the officer who is signed in to the engine agreed, as it would be printed.
     *
     * @throws vn.phongtrao.refusal.Refusal as completing the task would be refused; not found, when it takes no decision
     */
    Papers.Printed of(String taskId);
}
