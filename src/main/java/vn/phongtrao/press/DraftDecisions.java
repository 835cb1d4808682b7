package vn.phongtrao.press;

import java.util.Map;

/** Decisions before they are taken. */
public interface DraftDecisions {

    /**
     * What would be decided if the officer who is signed in to the engine agreed, as it would be printed.
     *
     * @param fields of the task's form, as the officer has filled them in; empty for agreement alone
     * @throws vn.phongtrao.refusal.Refusal as completing the task would be refused; not found, when it takes no decision
     */
    Papers.Printed of(String taskId, Map<String, Object> fields);
}
