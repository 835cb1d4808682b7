package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.ForeignWords;
import vn.phongtrao.FormsOnFile;
import vn.phongtrao.citizen.States;
import vn.phongtrao.procedure.Table;

/**
 * Keeps what the program brings readable for officers, beyond what the checks ask of anybody: Vietnamese throughout,
 * models from left to right. That it is sound says {@code CheckCommandTest}.
 */
class ReadableFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Composed text with at least one letter that English does not have. */
    private static final Pattern VIETNAMESE = Pattern.compile("(?s).*[^\\p{ASCII}].*");

    /** How wide Cockpit and the modeler draw the title of a lane. */
    private static final double LANE_TITLE = 30;

    static Set<String> models() {
        return BrokenFiles.sound().endingWith(".bpmn").keySet();
    }

    static Set<String> forms() {
        return FormsOnFile.all().keySet();
    }

    static Stream<Table> tables() {
        return Table.all(BrokenFiles.sound());
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatAnOfficerReadsOfAModelIsVietnamese(String file) {
        var model = read(file);
        var named = Stream.of(Process.class, Participant.class, Lane.class, Activity.class, Event.class)
                .map(model::getModelElementsByType).flatMap(Collection::stream);
        assertThat(named).isNotEmpty().allSatisfy(element -> assertThat(element.getAttributeValue("name"))
                .as(element.getAttributeValue("id")).matches(VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunFromLeftToRightUnlessTheyGoBack(String file) {
        assertThat(read(file).getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> !reachable(flow.getTarget()).contains(flow.getSource()))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(middle(flow.getTarget())).as(flow.getId())
                        .isGreaterThanOrEqualTo(middle(flow.getSource())));
    }

    /** Gateways are passed over: a label may stand in the corner of their square. */
    @ParameterizedTest
    @MethodSource("models")
    void noLabelStandsOnTheTitleOfALaneOrOnATask(String file) {
        var model = read(file);
        var shapes = model.getModelElementsByType(BpmnShape.class);
        var taken = shapes.stream().filter(shape -> shape.getBpmnElement() instanceof Activity
                && !(shape.getBpmnElement() instanceof SubProcess)).map(shape -> area(shape.getBounds(), Double.MAX_VALUE));
        var titles = shapes.stream().filter(shape -> shape.getBpmnElement() instanceof Lane)
                .map(shape -> area(shape.getBounds(), LANE_TITLE));
        var kept = Stream.concat(taken, titles).toList();

        assertThat(model.getModelElementsByType(BpmnLabel.class)).isNotEmpty().allSatisfy(label ->
                assertThat(kept).as(label.getParentElement().getAttributeValue("id"))
                        .noneMatch(area(label.getBounds(), Double.MAX_VALUE)::intersects));
    }

    @ParameterizedTest
    @MethodSource("models")
    void eachTaskWithALastDayIsRemindedOfAndGoesOn(String file) {
        var model = read(file);
        var tasks = model.getModelElementsByType(UserTask.class);
        assertThat(tasks).filteredOn(task -> task.getCamundaDueDate() != null).allSatisfy(task ->
                assertThat(model.getModelElementsByType(BoundaryEvent.class)).filteredOn(event ->
                        event.getAttachedTo() == task && !event.cancelActivity()).as(task.getId()).singleElement()
                        .satisfies(event -> assertThat(event.getSucceedingNodes().singleResult()).isInstanceOfSatisfying(
                                ServiceTask.class, told -> assertThat(told.getCamundaExpression()).isEqualTo(
                                        "${reminders.tell(dossierNumber, '%s')}".formatted(task.getId())))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatAnOfficerReadsOfATableIsVietnamese(Table table) {
        assertThat(Stream.concat(Stream.of(table.name()),
                Stream.concat(table.inputs().stream(), table.outputs().stream())
                .map(Table.Column::label))).allSatisfy(label -> assertThat(label).matches(VIETNAMESE));
        assertThat(table.rows()).allSatisfy(row -> assertThat(table.result("legalBasis", row)).matches(VIETNAMESE));
    }

    /** States are called in Vietnamese as they are, many by their own names. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyTextOfAFormIsVietnamese(String form) throws IOException {
        var states = States.codes().stream().map(code -> States.name(code).orElseThrow()).collect(Collectors.toSet());
        assertThat(components(JSON.readTree(FormsOnFile.all().get(form)))).flatExtracting(component ->
                texts(component).filter(text -> !states.contains(text)).toList()).isNotEmpty().allSatisfy(text -> assertThat(
                        ForeignWords.in(((String) text).replaceAll("\\{\\{.*?}}", " "))).as((String) text).isEmpty());
    }

    private static BpmnModelInstance read(String file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(BrokenFiles.sound().find(file).orElseThrow()));
    }

    private static Set<FlowNode> reachable(FlowNode from) {
        var seen = new HashSet<FlowNode>(Set.of(from));
        var next = new ArrayDeque<FlowNode>(seen);
        while (!next.isEmpty()) {
            next.remove().getSucceedingNodes().list().stream().filter(seen::add).forEach(next::add);
        }
        return seen;
    }

    private static Rectangle2D area(Bounds bounds, double widest) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), Math.min(bounds.getWidth(), widest), bounds.getHeight());
    }

    private static double middle(FlowNode node) {
        var bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return bounds.getX() + bounds.getWidth() / 2;
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }

    /** What officers read of a component. */
    private static Stream<String> texts(JsonNode component) {
        var own = Stream.of("label", "dateLabel", "description", "text").map(component::path);
        var options = Stream.of("values", "columns").flatMap(list -> StreamSupport.stream(
                component.path(list).spliterator(), false)).map(option -> option.path("label"));
        return Stream.concat(own, options).map(JsonNode::asText);
    }
}
