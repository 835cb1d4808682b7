package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.unit.Post;

/** Keeps the process models readable for officers and true to the code. */
class ModelsTest {

    /** Variables a process holds, and those the engine gives to an expression. */
    private static final Set<String> VARIABLES = Set.of("dossierNumber", "originator", "process", "stop", "stops",
            "outcome", "reviewOutcome", "councilOutcome", "member", "loopCounter", "execution");

    static List<Path> models() {
        return Artefacts.endingWith(".bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelFollowsTheStandard(Path file) {
        Bpmn.validateModel(read(file));
    }

    @ParameterizedTest
    @MethodSource("models")
    void fileIsNamedAfterItsProcess(Path file) {
        assertThat(process(file).getId()).isEqualTo(Artefacts.stem(file));
        assertThat(process(file).isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsAreKebabCase(Path file) {
        assertThat(Artefacts.values(file, "//@id")).isNotEmpty()
                .allSatisfy(id -> assertThat(id).matches(Artefacts.KEBAB_CASE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatAnOfficerReadsHasAVietnameseName(Path file) {
        var model = read(file);
        var named = Stream.of(all(model, Process.class), all(model, Participant.class), all(model, Lane.class),
                all(model, Activity.class), all(model, Event.class), diverging(model)).flatMap(Collection::stream);
        assertThat(named).allSatisfy(element -> assertThat(element.getAttributeValue("name"))
                .as(element.getId()).isNotNull().matches(Artefacts.VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void textIsComposedUnicode(Path file) {
        assertThat(Normalizer.isNormalized(Artefacts.text(file), Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void processLanesAndActivitiesAreDocumented(Path file) {
        var model = read(file);
        assertThat(Stream.of(all(model, Process.class), all(model, Lane.class), all(model, Activity.class))
                .flatMap(Collection::stream)).allSatisfy(element -> assertThat(documentation(element))
                .as(element.getId()).matches(Artefacts.VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void userTasksNameTheirLegalBasis(Path file) {
        assertThat(all(read(file), UserTask.class)).isNotEmpty().allSatisfy(task ->
                assertThat(documentation(task)).as(task.getId()).contains("Căn cứ: "));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFlowNodeLiesInOneLane(Path file) {
        var model = read(file);
        var placed = all(model, Lane.class).stream().flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId).toList();
        var nodes = process(file).getFlowElements().stream().filter(FlowNode.class::isInstance)
                .map(FlowElement::getId).toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(nodes);
    }

    @ParameterizedTest
    @MethodSource("models")
    void historyIsKeptForAStatedTime(Path file) {
        assertThat(process(file).getCamundaHistoryTimeToLiveString()).matches(Artefacts.DAYS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noCodeHidesInTheModel(Path file) {
        assertThat(Artefacts.values(file, "//*[local-name()='scriptTask' or local-name()='script'"
                + " or local-name()='executionListener' or local-name()='taskListener']/@*"
                + "|//@*[local-name()='class' or local-name()='delegateExpression']")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWayOutOfAGatewayIsLabelledAndAllButOneHaveACondition(Path file) {
        assertThat(diverging(read(file))).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null).as(flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsAreListedAtBothEnds(Path file) {
        assertThat(all(read(file), SequenceFlow.class)).isNotEmpty().allSatisfy(flow -> {
            assertThat(flow.getSource().getOutgoing()).as(flow.getId()).contains(flow);
            assertThat(flow.getTarget().getIncoming()).as(flow.getId()).contains(flow);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysAloneSplitAndJoin(Path file) {
        assertThat(all(read(file), FlowNode.class)).filteredOn(node -> !(node instanceof ExclusiveGateway))
                .allSatisfy(node -> {
                    assertThat(node.getIncoming()).as(node.getId()).hasSizeLessThanOrEqualTo(1);
                    assertThat(node.getOutgoing()).as(node.getId()).hasSizeLessThanOrEqualTo(1);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void userTasksSayWhoActsWithWhichFormAndByWhen(Path file) {
        assertThat(all(read(file), UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(Stream.of(task.getCamundaCandidateGroups(), task.getCamundaAssignee())).as(task.getId())
                    .filteredOn(who -> who != null && !who.isBlank()).hasSize(1);
            assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("${");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void groupsThatAreNamedOutrightAreThoseOfPosts(Path file) {
        assertThat(all(read(file), UserTask.class).stream().map(UserTask::getCamundaCandidateGroups)
                .filter(group -> group != null && !group.startsWith("${")))
                .allSatisfy(group -> assertThat(Post.ofGroup(group)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("models")
    void formsExist(Path file) {
        assertThat(FormsOnFile.all().keySet()).containsAll(formsOf(file));
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyAProcessWithAStartFormStartsInTasklist(Path file) {
        var started = process(file).getFlowElements().stream().filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast).anyMatch(start -> start.getCamundaFormRef() != null);
        assertThat(process(file).isCamundaStartableInTasklist()).isEqualTo(started);
    }

    @ParameterizedTest
    @MethodSource("models")
    void calledProcessIsThatOfTheSameDeployment(Path file) {
        var keys = models().stream().map(Artefacts::stem).toList();
        assertThat(all(read(file), CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCalledElement()).as(call.getId()).isIn(keys);
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void calledProcessGetsTheDossierAndTheNameOfItsCaller(Path file) {
        assertThat(all(read(file), CallActivity.class)).allSatisfy(call -> {
            var inputs = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
            assertThat(inputs).extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
            assertThat(inputs).extracting(CamundaIn::getCamundaTarget).contains("dossierNumber", "originator");
            assertThat(inputs).filteredOn(input -> "process".equals(input.getCamundaTarget()))
                    .extracting(CamundaIn::getCamundaSourceExpression)
                    .containsExactly("${'%s'}".formatted(process(file).getId()));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Path file) {
        var model = read(file);
        var drawn = Stream.concat(all(model, BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                all(model, BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement)).map(BaseElement::getId).toList();
        var elements = Stream.of(all(model, Participant.class), all(model, Lane.class), all(model, FlowElement.class))
                .flatMap(Collection::stream).map(BaseElement::getId).toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(elements);
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunFromLeftToRightUnlessTheyGoBack(Path file) {
        assertThat(all(read(file), SequenceFlow.class))
                .filteredOn(flow -> !reachable(flow.getTarget()).contains(flow.getSource()))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(middle(flow.getTarget())).as(flow.getId())
                        .isGreaterThanOrEqualTo(middle(flow.getSource())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void expressionsCallOnlyMethodsOfProcessBeans(Path file) {
        var calls = expressions(file).stream().flatMap(text -> Expressions.calls(text).stream()).distinct();
        assertThat(calls).isNotEmpty().allMatch(Expressions.Call::exists);
    }

    @ParameterizedTest
    @MethodSource("models")
    void expressionsNameOnlyBeansAndRoutingVariables(Path file) {
        assertThat(expressions(file)).allSatisfy(text -> assertThat(Expressions.names(text)).as(text)
                .allMatch(name -> VARIABLES.contains(name) || Expressions.beanNames().contains(name)));
    }

    /** The forms a process uses; those of a shared process are named after each process that calls it. */
    static Set<String> formsOf(Path file) {
        var key = Artefacts.stem(file);
        var callers = models().stream().filter(model -> all(read(model), CallActivity.class).stream()
                .anyMatch(call -> call.getCalledElement().equals(key))).map(Artefacts::stem).toList();
        return Artefacts.values(file, "//@*[local-name()='formRef']").stream()
                .flatMap(form -> form.startsWith("${process}")
                        ? callers.stream().map(caller -> form.replace("${process}", caller)) : Stream.of(form))
                .collect(Collectors.toSet());
    }

    private static List<String> expressions(Path file) {
        return Artefacts.values(file, "//@*|//text()").stream().flatMap(text -> Expressions.in(text).stream())
                .toList();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Process process(Path file) {
        return all(read(file), Process.class).iterator().next();
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static List<ExclusiveGateway> diverging(BpmnModelInstance model) {
        return all(model, ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    private static Set<FlowNode> reachable(FlowNode from) {
        var seen = new HashSet<FlowNode>(Set.of(from));
        var next = new ArrayDeque<FlowNode>(seen);
        while (!next.isEmpty()) {
            next.remove().getSucceedingNodes().list().stream().filter(seen::add).forEach(next::add);
        }
        return seen;
    }

    private static double middle(FlowNode node) {
        var bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return bounds.getX() + bounds.getWidth() / 2;
    }
}
