package vn.phongtrao.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** How a server is asked for six approvals in a row, each by somebody else. Approvals are counted from 1. */
interface Approvals {

    int COUNT = 6;

    /** Before a round. */
    default void signIn() {
    }

    /** @param dossier number that no other dossier of the run has */
    Call start(int dossier);

    /** What was started, by the answer. */
    String started(JsonNode answer);

    /** The open tasks of what was started that the next approver may do. */
    Call query(String started, int approval);

    /** The newest 25 tasks of who approves last: of that post. */
    Call inboxOfGroup();

    /** The same without naming the post, as far as the server knows whose tasks they are. */
    Call inbox();

    /** The id of the only task. */
    String task(JsonNode answer);

    Call claim(String task, int approval);

    Call complete(String task, int approval);
}
