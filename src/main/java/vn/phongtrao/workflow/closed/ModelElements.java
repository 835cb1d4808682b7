package vn.phongtrao.workflow.closed;

import java.util.Set;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

import vn.phongtrao.refusal.Refusal;

/**
 * The elements and attributes that a model may have. Those that name classes, scripts, delegates, listeners,
 * connectors, fields or forms of the engine's own are not among them, and neither is what the engine learns in a later
 * version.
 */
public final class ModelElements {

    private static final Set<String> ELEMENTS = Set.of("definitions", "process", "collaboration", "participant",
            "messageFlow", "laneSet", "childLaneSet", "lane", "flowNodeRef", "documentation", "extensionElements",
            "incoming", "outgoing", "sequenceFlow", "conditionExpression", "startEvent", "endEvent", "boundaryEvent",
            "intermediateCatchEvent", "intermediateThrowEvent", "eventBasedGateway", "exclusiveGateway",
            "inclusiveGateway", "parallelGateway", "subProcess", "callActivity", "userTask", "serviceTask", "task",
            "manualTask", "receiveTask", "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "message", "messageEventDefinition",
            "error", "errorEventDefinition", "escalation", "escalationEventDefinition", "signal",
            "signalEventDefinition", "terminateEventDefinition", "textAnnotation", "text", "association", "group");
    /** Of the engine's own namespace. */
    private static final Set<String> EXTENSIONS = Set.of("in", "out", "properties", "property",
            "failedJobRetryTimeCycle");
    private static final Set<String> EXTENDING = Set.of("assignee", "candidateGroups", "candidateUsers", "dueDate",
            "followUpDate", "priority", "formRef", "formRefBinding", "formRefVersion", "historyTimeToLive",
            "isStartableInTasklist", "versionTag", "expression", "resultVariable", "collection", "elementVariable",
            "calledElementBinding", "calledElementVersion", "asyncBefore", "asyncAfter", "exclusive", "jobPriority");
    /** Of the elements themselves: another language than the engine's expressions, and web services. */
    private static final Set<String> REFUSED = Set.of("language", "scriptFormat", "operationRef");
    private static final String EXTENSION = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;
    private static final String OLD_EXTENSION = "http://activiti.org/bpmn";
    private static final Set<String> DRAWING = Set.of(BpmnParser.BPMN_DI_NS, BpmnParser.BPMN_DC_NS,
            BpmnParser.OMG_DI_NS);

    private ModelElements() {
    }

    /** Whether a model may have such an element. @param uri its namespace */
    public static boolean lists(String uri, String element) {
        return DRAWING.contains(uri) || extending(uri) && EXTENSIONS.contains(element)
                || BpmnParser.BPMN20_NS.equals(uri) && ELEMENTS.contains(element);
    }

    /**
     * Whether its elements may have such an attribute.
     * @param uri its namespace; empty or null for the element's own
     */
    public static boolean listsAttribute(String uri, String attribute) {
        return uri == null || uri.isEmpty() ? !REFUSED.contains(attribute)
                : !extending(uri) || EXTENDING.contains(attribute);
    }

    /** @throws Refusal rule broken, naming the element and its line */
    static void requireListed(Element element) {
        if (DRAWING.contains(element.getUri())) {
            return;
        }
        if (!lists(element.getUri(), element.getTagName())) {
            throw unlisted(element, element.getTagName());
        }
        element.attributes().forEach(attribute -> requireListed(element, attribute));
        element.elements().forEach(ModelElements::requireListed);
    }

    /** @param attribute with its namespace before it, if it has one */
    private static void requireListed(Element element, String attribute) {
        var colon = attribute.lastIndexOf(':');
        var name = attribute.substring(colon + 1);
        if (!listsAttribute(attribute.substring(0, Math.max(colon, 0)), name)) {
            throw unlisted(element, name);
        }
    }

    private static boolean extending(String uri) {
        return EXTENSION.equals(uri) || OLD_EXTENSION.equals(uri);
    }

    private static Refusal unlisted(Element element, String name) {
        return Refusal.broken(null, "Mô hình, dòng %d: không được dùng %s".formatted(element.getLine(), name));
    }
}
