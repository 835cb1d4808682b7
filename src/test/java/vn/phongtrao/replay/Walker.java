package vn.phongtrao.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.unit.Post;

/** Takes dossiers along their way, each task in the name of the post that holds it. */
final class Walker {

    private static final String ONLOOKER = "admin";

    private final Site site;
    private final AtomicInteger tasks = new AtomicInteger();

    Walker(Site site) {
        this.site = site;
    }

    /** What completes a task, by its key. */
    interface Script {
        Map<String, Object> fields(String task);
    }

    /** @return the dossier number */
    String start(String process, String account, Map<String, Object> fields) {
        return site.post(account, "/engine-rest/process-definition/key/" + process + "/submit-form", variables(fields))
                .get("businessKey").asText();
    }

    /** Goes on, from wherever the dossier is, until nobody has to act. */
    void finish(String number, Script script) {
        for (var task = next(number); task != null; task = next(number)) {
            site.post(worker(task), "/engine-rest/task/" + task.get("id").asText() + "/submit-form",
                    variables(script.fields(task.get("taskDefinitionKey").asText())));
            tasks.incrementAndGet();
        }
    }

    /** How many tasks were completed. */
    int tasks() {
        return tasks.get();
    }

    private JsonNode next(String number) {
        return site.get(ONLOOKER, "/engine-rest/task?processInstanceBusinessKey=" + number).get(0);
    }

    private String worker(JsonNode task) {
        if (!task.get("assignee").isNull()) {
            return task.get("assignee").asText();
        }
        var links = site.get(ONLOOKER, "/engine-rest/task/" + task.get("id").asText() + "/identity-links");
        return StreamSupport.stream(links.spliterator(), false).map(link -> Post.ofGroup(link.get("groupId").asText()))
                .map(post -> DemoAccounts.name(post.orElseThrow())).findFirst().orElseThrow();
    }

    /** As the engine takes fields; lists become Json texts. */
    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, value instanceof List
                ? Map.of("value", Site.text(value), "type", "Json") : Map.of("value", value)));
        return Map.of("variables", variables);
    }
}
