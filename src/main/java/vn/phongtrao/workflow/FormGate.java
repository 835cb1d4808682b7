package vn.phongtrao.workflow;

import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.audit.CurrentAct;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.Officers;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;
import vn.phongtrao.workflow.form.Form;
import vn.phongtrao.workflow.session.Sessions;

/**
 * The one way into a process: whoever starts an instance or completes a task, through Tasklist or REST, passes here.
 * The gate checks who acts and what the form allows, gives the content to the dossier, records the step, and passes
 * to the engine only what routes the process, which does not ask again who may. All of it is one transaction.
 */
@Component
class FormGate {

    /** The tasks that are begun anew wherever a dossier's route or decider changes. */
    private static final Set<String> REVIEWING = Set.of("appraise", "sign");
    private static final String DECIDING = "decide";

    private final Engine engine;
    private final Dossiers dossiers;
    private final Stops stops;
    private final Contents contents;
    private final Procedures procedures;
    private final TaskContent shown;
    private final Units units;
    private final Fields records;
    private final LeftTasks left;
    private final Drafts drafts;
    private final Officers officers;
    private final JdbcClient jdbc;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    FormGate(Engine engine, Dossiers dossiers, Stops stops, Contents contents, Procedures procedures, TaskContent shown,
             Units units, Fields records, LeftTasks left, Drafts drafts, Officers officers, JdbcClient jdbc) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.stops = stops;
        this.contents = contents;
        this.procedures = procedures;
        this.shown = shown;
        this.units = units;
        this.records = records;
        this.left = left;
        this.drafts = drafts;
        this.officers = officers;
        this.jdbc = jdbc;
    }

    /**
     * Opens a dossier and starts its process.
     *
     * @param process the process definition's key and id
     * @param start   starts the instance with the dossier number as business key and the routing variables
     */
    <T> T start(Definition process, String businessKey, Map<String, Object> submitted, Supplier<InputStream> form,
                BiFunction<String, Map<String, Object>, T> start) {
        return engine.inOneCommand(context -> {
            var content = contents.opening(process.key())
                    .orElseThrow(() -> Refusal.forbidden("Quy trình này không khởi tạo trực tiếp"));
            procedures.requireRules(process.key());
            if (businessKey != null && !businessKey.isBlank()) {
                throw Refusal.malformed("businessKey", "Số hồ sơ do hệ thống cấp");
            }
            var officer = officer(context);
            var unit = originator(officer);
            var contract = forms.computeIfAbsent(process.id(), id -> Form.read(form.get()));
            Supplier<Map<String, Object>> options = () -> Binding.plain(content.options(unit));
            var sent = Submission.plain(submitted);
            var fields = contract.accept(sent, options);
            var dossier = open(content, unit, officer, contract.answered(fields, sent.keySet(), options));
            CurrentAct.about(dossier.number().value());
            var routing = routing(contract, fields);
            routing.putAll(routing(dossier.number(), unit));
            drafts.forget(Drafts.Place.start(process.key()), officer);
            return context.runWithoutAuthorization(() -> start.apply(dossier.number().value(), routing));
        });
    }

    record Definition(String id, String key) {
    }

    private <P extends Record> Dossier open(DossierContent<P, ?> content, UnitPath unit, Officer officer,
                                            Form.Answered fields) {
        return dossiers.open(content, unit, officer, records.as(content.proposal(), fields));
    }

    private void keep(DossierContent<?, ?> content, Dossier dossier, Assignment assignment,
                      Form.Answered fields) {
        content.tasks(assignment.task()).forEach(form -> keep(form, dossier, assignment, fields));
    }

    private <T extends Record> void keep(TaskForm<T> form, Dossier dossier, Assignment assignment,
                                         Form.Answered fields) {
        form.keeping().keep(dossier, assignment, records.as(form.fields(), fields));
    }

    /** What a start form is filled with for the officer's unit; nothing for those who start no dossier. */
    Map<String, Object> options(String processKey) {
        return engine.inOneCommand(context -> {
            var mine = Worklist.originators(officer(context), units);
            return mine.size() != 1 ? Map.of() : contents.opening(processKey)
                    .map(content -> Binding.plain(content.options(mine.get(0)))).orElse(Map.of());
        });
    }

    /**
     * Completes a task.
     *
     * @param complete completes the task with the routing variables
     */
    <T> T complete(String taskId, Map<String, Object> submitted, Supplier<InputStream> form,
                   Function<Map<String, Object>, T> complete) {
        return engine.inOneCommand(context -> {
            var officer = officer(context);
            var place = place(taskId);
            CurrentAct.about(place.dossierNumber().value());
            place.requireOpenTo(officer);
            var dossier = dossiers.lock(place.dossierNumber());
            Sessions.readAhead(context, dossier.number().value());
            var task = find(context, taskId).orElseThrow(Engine::overtaken);
            var assignment = assignment(task, place.stop(), dossier, officer);
            dossier.requireActive();
            procedures.requireRules(dossier.process());
            var contract = contract(task, form);
            requireOtherEyes(dossier, assignment, contract);
            Supplier<Map<String, Object>> content = () -> shown.of(dossier);
            var sent = Submission.plain(submitted);
            var fields = contract.accept(sent, content);
            dossiers.announce(dossier, assignment, outcome(fields));
            keep(contents.require(dossier.process()), dossier, assignment,
                    contract.answered(fields, sent.keySet(), content));
            dossiers.record(dossier, assignment, outcome(fields), (String) fields.get("comment"));
            drafts.forgetAll(Drafts.Place.task(taskId));
            return context.runWithoutAuthorization(() -> complete.apply(routing(contract, fields)));
        });
    }

    /**
     * Takes a task for the officer himself.
     *
     * @param form  the task's form
     * @param claim makes the officer the task's assignee
     */
    void claim(String taskId, String userId, Supplier<InputStream> form, Runnable claim) {
        engine.inOneCommand(context -> {
            var task = require(context, taskId);
            var officer = officer(context);
            if (userId != null && !userId.equals(officer.id())) {
                throw Refusal.forbidden("Chỉ được tự nhận nhiệm vụ cho mình");
            }
            var dossier = dossiers.require(TaskContent.dossierNumber(task));
            CurrentAct.about(dossier.number().value());
            requireOtherEyes(dossier, assignment(task, null, dossier, officer), contract(task, form));
            claim.run();
            return null;
        });
    }

    /**
     * Gives a task back to the posts that it was taken from: whoever took it may, who succeeds them, and administrators; a vote is its council
     * member's and stays so. Handing a task on is for heads, see {@link HandingOver}.
     *
     * @param userId   null to give back
     * @param reassign changes the assignee
     */
    void reassign(String taskId, String userId, Runnable reassign) {
        engine.inOneCommand(context -> {
            var task = require(context, taskId);
            var officer = officer(context);
            CurrentAct.about(TaskContent.dossierNumber(task).value());
            if (task.getCandidates().isEmpty()) {
                throw Refusal.forbidden("Nhiệm vụ được giao đích danh, không chuyển cho người khác");
            }
            if (userId != null) {
                throw Refusal.forbidden("Chỉ Trưởng Công an, Chủ tịch Ủy ban nhân dân phân công nhiệm vụ, tại trang Khối lượng công việc");
            }
            if (officer.administrator()) {
                reassign.run();
            } else if (officer.id().equals(task.getAssignee()) || succeeds(officer, task)) {
                engine.unchecked(() -> {
                    reassign.run();
                    return null;
                });
            } else {
                throw Refusal.forbidden("Chỉ người đã nhận nhiệm vụ được trả lại nhiệm vụ");
            }
            return null;
        });
    }

    /**
     * Whether somebody else's eyes are asked for where a head gives the task to that officer.
     *
     * @param form the task's form
     * @throws Refusal as if the officer had taken it
     */
    void requireOtherEyes(TaskEntity task, Dossier dossier, Officer officer, Supplier<InputStream> form) {
        requireOtherEyes(dossier, assignment(task, null, dossier, officer), contract(task, form));
    }

    private boolean succeeds(Officer officer, TaskEntity task) {
        var mine = left.postsOf(officer);
        return task.getAssignee() != null && task.getCandidates().stream()
                .flatMap(link -> Post.ofGroup(link.getGroupId()).stream())
                .anyMatch(post -> mine.contains(post) && left.left(post, task.getAssignee()));
    }

    private Officer officer(CommandContext context) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw Refusal.forbidden("Chưa đăng nhập");
        }
        return officers.complete(Officer.of(authentication.getUserId(),
                authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds()));
    }

    /**
     * Where a task stands.
     *
     * @param stop of the route, from 1; null outside the review
     */
    record Place(DossierNumber dossierNumber, Integer stop, String assignee, List<Post> candidates) {

        /**
         * Asked before the dossier is locked, so that nobody else makes others wait; it is asked again of the task
         * itself.
         */
        void requireOpenTo(Officer officer) {
            requireHis(assignee, officer);
            if (!candidates.isEmpty()) {
                heldBy(officer, candidates);
            }
        }
    }

    /** Asked before the engine reads the task, so that whoever had to wait for the dossier finds the task gone. */
    Place place(String taskId) {
        return jdbc.sql("""
                        select instance.business_key_, stop.long_ as stop, task.assignee_,
                               array(select group_id_ from act_ru_identitylink
                                     where task_id_ = task.id_ and type_ = 'candidate'
                                       and group_id_ is not null) as candidates
                        from act_ru_task task
                        join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                        left join act_ru_variable stop
                               on stop.execution_id_ = instance.id_ and stop.name_ = 'stop'
                        where task.id_ = ?""")
                .param(taskId).query((row, index) -> new Place(DossierNumber.of(row.getString("business_key_")),
                        row.getObject("stop", Long.class) == null ? null : row.getInt("stop"),
                        row.getString("assignee_"), posts(Arrays.stream((String[]) row.getArray("candidates")
                                .getArray()))))
                .optional().orElseThrow(FormGate::noTask);
    }

    /** The dossier that a task belongs to. @throws Refusal not found */
    DossierNumber dossierOf(String taskId) {
        return place(taskId).dossierNumber();
    }

    /** @throws Refusal not found or forbidden, unless the task is the officer's, or the officer can take it */
    void requireOpenTo(String taskId, Officer officer) {
        place(taskId).requireOpenTo(officer);
    }

    private static TaskEntity require(CommandContext context, String taskId) {
        return find(context, taskId).orElseThrow(FormGate::noTask);
    }

    private static Optional<TaskEntity> find(CommandContext context, String taskId) {
        return Optional.ofNullable(taskId).map(context.getTaskManager()::findTaskById);
    }

    private static Refusal noTask() {
        return Refusal.notFound("Không tìm thấy nhiệm vụ; có thể đã được xử lý xong");
    }

    private UnitPath originator(Officer officer) {
        var mine = Worklist.requireOriginators(officer, units);
        if (mine.size() > 1) {
            throw Refusal.broken(null, "Tài khoản thuộc nhiều đơn vị, không xác định được đơn vị lập hồ sơ");
        }
        return mine.get(0);
    }

    /**
     * A task belongs to the posts that are its candidates; what its model assigns, a council member's vote, to the member alone. Candidates that
     * the dossier's own record does not know of count for nothing.
     */
    private Assignment assignment(TaskEntity task, Integer stop, Dossier dossier, Officer officer) {
        requireHis(task.getAssignee(), officer);
        var vote = task.getTaskDefinition().getAssigneeExpression() != null;
        var possible = vote && task.getAssignee() != null ? List.of(new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER))
                : posts(task.getCandidates().stream().map(IdentityLink::getGroupId)).stream()
                        .filter(post -> recorded(task.getTaskDefinitionKey(), stop, dossier, post)).toList();
        return new Assignment(task.getTaskDefinitionKey(), stop, officer, heldBy(officer, possible),
                Instant.ofEpochMilli(task.getCreateTime().getTime()));
    }

    /** Whether the post may be one of the task, by the dossier's route and decider where these say so. */
    private boolean recorded(String task, Integer stop, Dossier dossier, Post post) {
        return task.equals(DECIDING) ? dossier.decider().equals(post)
                : stop == null || !REVIEWING.contains(task) || stops.of(dossier.number()).get(stop - 1).posts().contains(post);
    }

    private static void requireHis(String assignee, Officer officer) {
        if (assignee != null && !assignee.equals(officer.id())) {
            throw Refusal.forbidden("Nhiệm vụ này thuộc về người khác");
        }
    }

    private static Post heldBy(Officer officer, List<Post> posts) {
        return posts.stream().filter(officer::holds)
                .min(Comparator.comparing(post -> officer.deputising(post).isPresent()))
                .orElseThrow(() -> Refusal.forbidden("Nhiệm vụ này không thuộc thẩm quyền của bạn"));
    }

    private static List<Post> posts(Stream<String> groups) {
        return groups.flatMap(group -> Post.ofGroup(group).stream()).toList();
    }

    /**
     * Four eyes: who drafted a dossier does not complete a task that asks for an outcome, and who had any other part in
     * it does not for somebody else. Once the dossier is with a higher authority, the outcome is that authority's, and
     * the task only records it.
     */
    private void requireOtherEyes(Dossier dossier, Assignment assignment, Form contract) {
        if (!contract.routed().contains("outcome") || dossier.status() == Status.FORWARDED) {
            return;
        }
        var officer = assignment.officer();
        if (dossiers.draftedBy(dossier, officer)) {
            throw Refusal.broken(null, "Người lập hồ sơ không được thẩm định, ký duyệt hoặc quyết định hồ sơ đó");
        }
        if (officer.deputising(assignment.post()).filter(other -> dossiers.involved(dossier, other, officer)).isPresent()) {
            throw Refusal.broken(null, "Người đã lập, thẩm định hoặc ký hồ sơ này không được xử lý thay người khác, và "
                    + "không ai được xử lý thay người đã lập hồ sơ");
        }
    }

    private Form contract(TaskEntity task, Supplier<InputStream> form) {
        task.initializeFormKey();
        var reference = task.getCamundaFormRef();
        if (reference == null) {
            throw new IllegalStateException("User task %s has no form".formatted(task.getTaskDefinitionKey()));
        }
        return forms.computeIfAbsent(task.getProcessDefinition().getDeploymentId() + "/" + reference.getKey(),
                key -> Form.read(form.get()));
    }

    /** What every process carries. @param unit whose dossier it is */
    static Map<String, Object> routing(DossierNumber number, UnitPath unit) {
        return Map.of("dossierNumber", number.value(), "originator", new Post(unit, Position.POLICE_OFFICER).group());
    }

    private static Map<String, Object> routing(Form contract, Map<String, Object> fields) {
        Map<String, Object> routing = new HashMap<>(fields);
        routing.keySet().retainAll(contract.routed());
        return routing;
    }

    private static Outcome outcome(Map<String, Object> fields) {
        var outcome = (String) fields.get("outcome");
        return outcome == null ? null : Outcome.of(outcome);
    }
}
