package vn.phongtrao.workflow.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

import vn.phongtrao.edition.Finding;
import vn.phongtrao.unit.Post;
import vn.phongtrao.workflow.check.ModelCheck.Surroundings;

/** What a model names that is not there: forms, processes, tables, groups, beans and their methods. */
class ModelLinks {

    private static final Pattern CALL = Pattern.compile("\\s*[$#]\\{[^{}]*\\([^{}]*\\)\\s*}\\s*");
    private static final String DEPLOYMENT = "deployment";

    private final Model model;
    private final Surroundings surroundings;
    private final List<Finding> findings;

    ModelLinks(Model model, Surroundings surroundings, List<Finding> findings) {
        this.model = model;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    private void add(String place, String problem, String advice) {
        findings.add(new Finding(model.file(), place, problem, advice));
    }

    void find() {
        forms();
        calls();
        tables();
        services();
        groups();
        expressions();
    }

    private void forms() {
        model.starts().stream().filter(start -> start.getCamundaFormRef() != null).forEach(start ->
                form(start.getId(), start.getCamundaFormRef(), start.getCamundaFormRefBinding()));
        model.all(UserTask.class).forEach(task -> {
            if (task.getCamundaFormRef() == null || task.getCamundaFormRef().isBlank()) {
                add(task.getId(), "Nhiệm vụ không có biểu mẫu", "Ghi mã biểu mẫu vào Form reference");
            } else {
                form(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding());
            }
        });
    }

    private void form(String place, String reference, String binding) {
        var callers = surroundings.callersOf(model.stem()).stream().map(Model::stem);
        var forms = reference.startsWith("${process}") ? callers.map(caller -> reference.replace("${process}", caller))
                : Stream.of(reference);
        forms.filter(form -> !surroundings.forms().contains(form)).forEach(form -> add(place,
                "Không có biểu mẫu \"%s\"".formatted(form), "Thêm tệp %s.form, hoặc sửa mã biểu mẫu".formatted(form)));
        if (!DEPLOYMENT.equals(binding)) {
            add(place, "Biểu mẫu không đi cùng mô hình", "Chọn Binding: deployment");
        }
    }

    private void calls() {
        model.all(CallActivity.class).forEach(call -> {
            if (!surroundings.keys().contains(call.getCalledElement())) {
                add(call.getId(), "Không có quy trình \"%s\"".formatted(call.getCalledElement()),
                        "Sửa Called element thành mã của một quy trình có sẵn: review, decision");
            } else if (surroundings.reachedFrom(call.getCalledElement()).contains(model.stem())
                    || call.getCalledElement().equals(model.stem())) {
                add(call.getId(), "Quy trình gọi \"%s\" là quy trình gọi lại nó, không bao giờ xong".formatted(
                        call.getCalledElement()), "Bỏ một trong các bước gọi");
            }
            if (!DEPLOYMENT.equals(call.getCamundaCalledElementBinding())) {
                add(call.getId(), "Quy trình được gọi không đi cùng mô hình", "Chọn Binding: deployment");
            }
            passedOn(call);
        });
    }

    private void passedOn(CallActivity call) {
        var inputs = call.getExtensionElements() == null ? List.<CamundaIn>of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
        var targets = new HashSet<>(inputs.stream().map(CamundaIn::getCamundaTarget).toList());
        if (inputs.stream().noneMatch(input -> "#{execution.processBusinessKey}".equals(input.getCamundaBusinessKey()))
                || !targets.containsAll(Set.of("dossierNumber", "originator"))
                || inputs.stream().noneMatch(input -> "process".equals(input.getCamundaTarget())
                && "${'%s'}".formatted(model.stem()).equals(input.getCamundaSourceExpression()))) {
            add(call.getId(), "Quy trình được gọi không nhận đủ hồ sơ",
                    "Truyền Business key, dossierNumber, originator, và "
                    + "process là ${'%s'}".formatted(model.stem()));
        }
    }

    private void tables() {
        model.all(BusinessRuleTask.class).forEach(task -> {
            if (task.getCamundaDecisionRef() == null || !surroundings.tables().contains(task.getCamundaDecisionRef())) {
                add(task.getId(), "Không có bảng quy định \"%s\"".formatted(task.getCamundaDecisionRef()),
                        "Ghi mã của một bảng có sẵn vào Decision reference");
            }
        });
    }

    private void services() {
        model.all(ServiceTask.class).stream().filter(task -> task.getCamundaExpression() != null
                && !CALL.matcher(task.getCamundaExpression()).matches()).forEach(task -> add(task.getId(),
                        "Biểu thức \"%s\" không phải là một lời gọi".formatted(task.getCamundaExpression()),
                        "Ghi một lời gọi và không gì khác, ví dụ ${dossiers.reject(dossierNumber)}"));
        model.all(ServiceTask.class).stream().filter(task -> task.getCamundaExpression() == null)
                .forEach(task -> add(task.getId(), "Bước tự động không nói làm gì",
                        "Ghi Expression, ví dụ ${dossiers.reject(dossierNumber)}"));
    }

    /** Groups that are named outright. */
    private void groups() {
        model.all(UserTask.class).stream().filter(task -> task.getCamundaCandidateGroups() != null)
                .filter(task -> !Expressions.isOne(task.getCamundaCandidateGroups())).forEach(task ->
                        Arrays.stream(task.getCamundaCandidateGroups().split(",")).map(String::strip)
                                .filter(group -> Post.ofGroup(group).isEmpty()).forEach(group -> add(task.getId(),
                                        "Không có nhóm \"%s\"".formatted(group), "Ghi biểu thức, ví dụ "
                                        + "${route.decider(dossierNumber)}, hoặc nhóm dạng "
                                        + "95/954/31813/police-chief")));
    }

    private void expressions() {
        var variables = new HashSet<>(model.variables());
        surroundings.callersOf(model.stem()).forEach(caller -> variables.addAll(caller.given(model.stem())));
        var expressions = new Expressions(surroundings.beans(), variables);
        model.texts().stream().filter(text -> Expressions.isOne(text.text())).distinct().forEach(text ->
                expressions.in(text.text()).forEach(problem ->
                        add(text.element(), problem.problem(), problem.advice())));
    }
}
