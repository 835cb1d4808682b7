package vn.phongtrao.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** By the REST API of Camunda 7. */
class CamundaApprovals implements Approvals {

    private static final String NEWEST = "/task?sortBy=created&sortOrder=desc&maxResults=25";

    @Override
    public Call start(int dossier) {
        return call(1, "/process-definition/key/approvals/start", """
                {"businessKey": "D-%d", "variables": {"title": {"value": "Dossier %1$d"}, "unit": {"value": "95/954/31813"}}}"""
                .formatted(dossier));
    }

    @Override
    public String started(JsonNode answer) {
        return answer.get("businessKey").asText();
    }

    @Override
    public Call query(String started, int approval) {
        return call(approval, "/task?processInstanceBusinessKey=" + started, null);
    }

    @Override
    public Call inboxOfGroup() {
        return call(COUNT, NEWEST + "&candidateGroup=" + lastGroup(), null);
    }

    @Override
    public Call inbox() {
        return call(COUNT, NEWEST, null);
    }

    String lastGroup() {
        return "group" + COUNT;
    }

    @Override
    public String task(JsonNode answer) {
        return answer.get(0).get("id").asText();
    }

    @Override
    public Call claim(String task, int approval) {
        return call(approval, "/task/" + task + "/claim", "{\"userId\": \"user%d\"}".formatted(approval));
    }

    @Override
    public Call complete(String task, int approval) {
        return call(approval, "/task/" + task + "/complete", "{\"variables\": {\"outcome\": {\"value\": \"approve\"}}}");
    }

    Call call(int approval, String path, String body) {
        return new Call("X-User", "user" + approval, "/engine-rest" + path, body);
    }
}
