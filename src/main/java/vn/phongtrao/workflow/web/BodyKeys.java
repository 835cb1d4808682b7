package vn.phongtrao.workflow.web;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.audit.CurrentAct;

/**
 * What a body for the engine says of whom or what is acted upon, for the audit trail: which instances are moved, who is granted
 * what, which variables are set.
 */
final class BodyKeys {

    private static final Set<String> KEYS = Set.of("processInstanceId", "processInstanceIds", "historicProcessInstanceIds", "processDefinitionId",
            "processDefinitionKey", "sourceProcessDefinitionId", "targetProcessDefinitionId", "decisionDefinitionId", "deploymentId", "taskId",
            "executionId", "jobId", "jobIds", "jobDefinitionId", "batchId", "businessKey", "userId", "groupId", "resourceType", "resourceId", "permissions",
            "assignee", "owner", "type", "activityId", "transitionId", "activityInstanceId", "messageName", "suspended", "retries", "duedate");

    /** Of variables the names, not what they hold. */
    private static final String VARIABLES_SET = "modifications";
    private static final String VARIABLES_DELETED = "deletions";

    private BodyKeys() {
    }

    static void tell(JsonNode body) {
        body.fields().forEachRemaining(field -> {
            var value = field.getValue();
            if (field.getKey().equals(VARIABLES_SET)) {
                value.fieldNames().forEachRemaining(BodyKeys::tellVariable);
            } else if (field.getKey().equals(VARIABLES_DELETED)) {
                value.forEach(name -> tellVariable(name.asText()));
            } else if (value.isValueNode() && !value.isNull() && KEYS.contains(field.getKey())) {
                CurrentAct.concerns(field.getKey(), value.asText());
            } else if (value.isArray() && KEYS.contains(field.getKey())) {
                value.forEach(one -> CurrentAct.concerns(field.getKey(), one.isValueNode() ? one.asText() : null));
            } else if (value.isArray()) {
                value.forEach(BodyKeys::tell);
            } else {
                // plans of migrations
                tell(value);
            }
        });
    }

    private static void tellVariable(String name) {
        CurrentAct.concerns("variable", name);
    }
}
