package vn.phongtrao.workflow.web;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.audit.CurrentAct;

/** What a body for the engine says of whom or what is acted upon, for the audit trail: which instances are moved, who is granted what. */
final class BodyKeys {

    private static final Set<String> KEYS = Set.of("processInstanceId", "processInstanceIds", "historicProcessInstanceIds", "processDefinitionId",
            "processDefinitionKey", "sourceProcessDefinitionId", "targetProcessDefinitionId", "decisionDefinitionId", "deploymentId", "taskId",
            "executionId", "jobId", "jobIds", "jobDefinitionId", "batchId", "businessKey", "userId", "groupId", "resourceType", "resourceId", "permissions",
            "type", "activityId", "transitionId", "activityInstanceId", "messageName", "suspended", "retries", "duedate");

    private BodyKeys() {
    }

    static void tell(JsonNode body) {
        body.fields().forEachRemaining(field -> {
            var value = field.getValue();
            if (value.isValueNode() && !value.isNull() && KEYS.contains(field.getKey())) {
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
}
