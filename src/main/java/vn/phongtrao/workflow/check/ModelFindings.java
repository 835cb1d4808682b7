package vn.phongtrao.workflow.check;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.workflow.closed.ModelElements;

/** What is wrong with a model by itself. */
class ModelFindings {

    static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");
    static final Pattern HISTORY = Pattern.compile("P[1-9][0-9]*D");

    private static final Map<String, BusinessCalendar> TIMERS = Map.of("timeDate", new DueDateBusinessCalendar(),
            "timeDuration", new DurationBusinessCalendar(), "timeCycle", new CycleBusinessCalendar());

    private final Model model;
    private final List<Finding> findings;

    ModelFindings(Model model, List<Finding> findings) {
        this.model = model;
        this.findings = findings;
    }

    private void add(String place, String problem, String advice) {
        findings.add(new Finding(model.file(), place, problem, advice));
    }

    void find() {
        processes();
        ids();
        listed();
        names();
        lanes();
        gateways();
        userTasks();
        timers();
        references();
        diagram();
    }

    private void processes() {
        if (model.processes().size() != 1) {
            add("", "Tệp có %d quy trình, phải có đúng một".formatted(model.processes().size()),
                    "Mỗi quy trình để trong một tệp, một thư mục riêng");
            return;
        }
        var process = model.processes().get(0);
        if (!process.getId().equals(model.stem())) {
            add(process.getId(), "Mã của quy trình khác tên tệp", "Đặt mã là \"%s\"".formatted(model.stem()));
        }
        if (!model.folder().equals(Procedures.SHARED) && !model.folder().equals(model.stem())) {
            add(process.getId(), "Thư mục \"%s\" có hai mô hình".formatted(model.folder()),
                    "Để mô hình vào thư mục \"%s\"".formatted(model.stem()));
        }
        if (!process.isExecutable()) {
            add(process.getId(), "Quy trình không được đánh dấu là chạy được", "Chọn Executable trong Camunda Modeler");
        }
        if (!HISTORY.matcher(String.valueOf(process.getCamundaHistoryTimeToLiveString())).matches()) {
            add(process.getId(), "Không ghi lịch sử được giữ bao lâu",
                    "Ghi History time to live, ví dụ P1825D (5 năm)");
        }
        if (model.starts().size() != 1) {
            add(process.getId(), "Quy trình có %d điểm bắt đầu, phải có đúng một".formatted(model.starts().size()),
                    "Bỏ bớt hoặc thêm điểm bắt đầu");
        }
        if (process.isCamundaStartableInTasklist() != model.hasStartForm()) {
            add(process.getId(), model.hasStartForm()
                    ? "Quy trình có biểu mẫu bắt đầu nhưng không cho lập hồ sơ từ Tasklist"
                    : "Quy trình cho lập hồ sơ từ Tasklist nhưng không có biểu mẫu bắt đầu",
                    "Sửa Startable in Tasklist, hoặc biểu mẫu của điểm bắt đầu");
        }
    }

    private void ids() {
        model.elements().filter(element -> element.hasAttribute("id")).map(element -> element.getAttribute("id"))
                .filter(id -> !KEBAB_CASE.matcher(id).matches()).forEach(id -> add(id,
                        "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối", "Đổi thành dạng như ky-duyet"));
    }

    /** What is not listed the engine would refuse to read. */
    private void listed() {
        model.elements().forEach(element -> {
            if (!ModelElements.lists(element.getNamespaceURI(), element.getLocalName())) {
                add(Model.place(element), "Mô hình không được dùng %s".formatted(element.getLocalName()),
                        "Bỏ đi; việc của "
                        + "chương trình gọi bằng biểu thức, ví dụ ${route.plan(dossierNumber)}");
            }
            Model.attributes(element).filter(attribute -> !ModelElements.listsAttribute(attribute.getNamespaceURI(),
                    attribute.getLocalName())).forEach(attribute -> add(Model.place(element),
                            "Mô hình không được dùng %s=\"%s\"".formatted(attribute.getName(), attribute.getValue()),
                            "Bỏ thuộc tính này; dùng biểu thức"));
        });
    }

    /** What officers read. */
    private void names() {
        Stream.of(Process.class, Participant.class, Lane.class, Activity.class, Event.class).flatMap(type ->
                all(type).stream()).forEach(this::named);
        diverging().forEach(this::named);
        Stream.of(Process.class, Lane.class, Activity.class).flatMap(type -> all(type).stream()).distinct()
                .filter(element -> documentation((BaseElement) element).isBlank()).forEach(element -> add(
                        element.getAttributeValue("id"), "Không có lời giải thích",
                        "Ghi vào ô Documentation ai làm, làm gì"));
    }

    private void named(ModelElementInstance element) {
        var name = element.getAttributeValue("name");
        if (name == null || name.isBlank()) {
            add(element.getAttributeValue("id"), "Không có tên", "Đặt tên bằng tiếng Việt");
        }
    }

    private Collection<? extends ModelElementInstance> all(Class<? extends ModelElementInstance> type) {
        return model.all(type);
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    private void lanes() {
        Map<String, Long> placed = model.all(Lane.class).stream().flatMap(lane -> lane.getFlowNodeRefs().stream())
                .collect(Collectors.groupingBy(FlowNode::getId, Collectors.counting()));
        model.processes().stream().flatMap(process -> process.getFlowElements().stream())
                .filter(FlowNode.class::isInstance)
                .filter(node -> placed.getOrDefault(node.getId(), 0L) != 1).forEach(node -> add(node.getId(),
                        "Bước không nằm trong đúng một làn", "Kéo bước vào làn của người thực hiện"));
    }

    private List<ExclusiveGateway> diverging() {
        return model.all(ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1).toList();
    }

    private void gateways() {
        diverging().forEach(gateway -> {
            if (gateway.getDefault() == null) {
                add(gateway.getId(), "Chỗ rẽ không có nhánh mặc định", "Chọn một nhánh làm Default flow");
            }
            gateway.getOutgoing().forEach(flow -> branch(gateway, flow));
        });
        model.all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway))
                .filter(node -> node.getIncoming().size() > 1 || node.getOutgoing().size() > 1)
                .forEach(node -> add(node.getId(), "Bước có nhiều mũi tên vào hoặc ra",
                        "Thêm chỗ rẽ hoặc chỗ nhập (gateway)"));
        model.all(SequenceFlow.class).stream().filter(flow -> flow.getSource() == null || flow.getTarget() == null
                        || !flow.getSource().getOutgoing().contains(flow) || !flow.getTarget().getIncoming()
                        .contains(flow))
                .forEach(flow -> add(flow.getId(), "Mũi tên không nối hai bước",
                        "Nối lại mũi tên bằng Camunda Modeler"));
        model.all(FlowNode.class).stream().filter(node -> node.getOutgoing().isEmpty())
                .filter(node -> node.getElementType().getTypeName().endsWith("ask")
                        || node.getElementType().getTypeName().equals("callActivity") || node instanceof Gateway)
                .forEach(node -> add(node.getId(), "Quy trình dừng ở bước này mà không có điểm kết thúc",
                        "Nối bước tiếp theo hoặc điểm kết thúc"));
    }

    private void branch(ExclusiveGateway gateway, SequenceFlow flow) {
        if (flow.getName() == null || flow.getName().isBlank()) {
            add(flow.getId(), "Nhánh không có tên", "Ghi trường hợp nào đi nhánh này");
        }
        if (flow.equals(gateway.getDefault()) == (flow.getConditionExpression() != null)) {
            add(flow.getId(), flow.equals(gateway.getDefault()) ? "Nhánh mặc định có điều kiện"
                    : "Nhánh không có điều kiện", "Mọi nhánh trừ nhánh mặc định đều có điều kiện, ví dụ ${outcome == "
                    + "'approve'}");
        }
    }

    private void userTasks() {
        model.all(UserTask.class).forEach(task -> {
            if (Stream.of(task.getCamundaCandidateGroups(), task.getCamundaAssignee())
                    .filter(who -> who != null && !who.isBlank()).count() != 1
                    || task.getCamundaCandidateUsers() != null) {
                add(task.getId(), "Nhiệm vụ không nói ai làm", "Ghi Candidate groups hoặc Assignee, một trong hai");
            }
            if (task.getCamundaDueDate() == null || !task.getCamundaDueDate().startsWith("${")) {
                add(task.getId(), "Nhiệm vụ không có hạn",
                        "Ghi Due date, ví dụ ${deadlines.due(dossierNumber, 'decide')}");
            }
            if (!documentation(task).contains("Căn cứ: ")) {
                add(task.getId(), "Nhiệm vụ không nêu căn cứ pháp lý", "Ghi \"Căn cứ: …\" vào ô Documentation");
            }
        });
    }

    private void timers() {
        model.all(TimerEventDefinition.class).forEach(timer -> {
            var times = timer.getDomElement().getChildElements().stream()
                    .filter(time -> TIMERS.containsKey(time.getLocalName())).toList();
            if (times.size() != 1) {
                add(timer.getId(), "Hẹn giờ không nói khi nào", "Ghi một ngày, một khoảng thời gian hoặc một chu kỳ");
            }
            times.forEach(time -> timer(timer.getId(), time.getLocalName(), time.getTextContent().strip()));
        });
    }

    private void timer(String id, String kind, String time) {
        try {
            if (!Expressions.isOne(time) && TIMERS.get(kind).resolveDuedate(time, (Date) null) == null) {
                throw new ProcessEngineException(time);
            }
        } catch (RuntimeException unreadable) {
            add(id, "Hẹn giờ \"%s\" không đọc được".formatted(time),
                    "Ghi theo ISO 8601: 2026-07-01T00:00:00, P5D, R3/PT1H");
        }
    }

    /** Messages, signals, errors and escalations that events name. */
    private void references() {
        var ids = model.elements().map(element -> element.getAttribute("id")).collect(Collectors.toSet());
        model.elements().forEach(element -> Model.attributes(element)
                .filter(attribute -> Set.of("messageRef", "signalRef", "errorRef", "escalationRef")
                        .contains(attribute.getLocalName())).filter(attribute -> !ids.contains(attribute.getValue()))
                .forEach(attribute -> add(Model.place(element), "Không có thông điệp hoặc tín hiệu \"%s\"".formatted(
                        attribute.getValue()), "Chọn lại trong Camunda Modeler")));
        model.elements().filter(element -> Set.of("messageEventDefinition", "signalEventDefinition")
                        .contains(element.getLocalName()))
                .filter(element -> !element.hasAttribute("messageRef") && !element.hasAttribute("signalRef"))
                .forEach(element -> add(Model.place(element), "Sự kiện không nói chờ thông điệp hay tín hiệu nào",
                        "Chọn thông điệp trong Camunda Modeler"));
        model.elements().filter(element -> Set.of("message", "signal").contains(element.getLocalName()))
                .filter(element -> element.getAttribute("name").isBlank()).forEach(element -> add(Model.place(element),
                        "Thông điệp hoặc tín hiệu không có tên", "Đặt tên"));
    }

    private void diagram() {
        Set<String> drawn = new HashSet<>();
        model.all(BpmnShape.class).forEach(shape -> add(drawn, shape.getBpmnElement()));
        model.all(BpmnEdge.class).forEach(edge -> add(drawn, edge.getBpmnElement()));
        Stream.of(Participant.class, Lane.class, FlowElement.class).flatMap(type -> all(type).stream())
                .map(element -> element.getAttributeValue("id")).filter(id -> !drawn.contains(id)).distinct()
                .forEach(id -> add(id, "Không có trên hình vẽ", "Vẽ lại bằng Camunda Modeler"));
    }

    private static void add(Set<String> drawn, BaseElement element) {
        if (element != null) {
            drawn.add(element.getId());
        }
    }
}
