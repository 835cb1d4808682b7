package vn.phongtrao.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** By the REST API of Flowable 7. */
final class FlowableApprovals implements Approvals {

    @Override
    public Call start(int dossier) {
        return call(1, "/process-instances", """
                {"processDefinitionKey": "approvals", "businessKey": "D-%d", "variables": [
                 {"name": "title", "value": "Dossier %1$d"}, {"name": "unit", "value": "95/954/31813"}]}""".formatted(dossier));
    }

    @Override
    public String started(JsonNode answer) {
        return answer.get("businessKey").asText();
    }

    @Override
    public Call query(String started, int approval) {
        return call(approval, "/tasks?processInstanceBusinessKey=%s&candidateGroup=group%d".formatted(started, approval), null);
    }

    @Override
    public Call inboxOfGroup() {
        return call(COUNT, "/tasks?sort=createTime&order=desc&size=25&candidateGroup=group" + COUNT, null);
    }

    /** It has no permissions on tasks: only who names a group gets what a person may see. */
    @Override
    public Call inbox() {
        return inboxOfGroup();
    }

    @Override
    public String task(JsonNode answer) {
        return answer.at("/data/0/id").asText();
    }

    @Override
    public Call claim(String task, int approval) {
        return call(approval, "/tasks/" + task, "{\"action\": \"claim\", \"assignee\": \"user%d\"}".formatted(approval));
    }

    @Override
    public Call complete(String task, int approval) {
        return call(approval, "/tasks/" + task, """
                {"action": "complete", "variables": [{"name": "outcome", "value": "approve"}]}""");
    }

    private static Call call(int approval, String path, String body) {
        return new Call("X-User", "user" + approval, "/process-api/runtime" + path, body);
    }
}
