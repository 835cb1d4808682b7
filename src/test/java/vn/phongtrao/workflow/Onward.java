package vn.phongtrao.workflow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** Takes a dossier of any procedure onward from wherever it stands, everybody agreeing. */
class Onward {

    /** Numbers of people whom the old database does not know: it had those that the scenarios give. */
    private static final AtomicLong CITIZENS = new AtomicLong(96_600_000_000L);

    /** Tasks of who opened the dossier; a colleague in the same post does the others, because nobody judges his own. */
    private static final Set<String> OWN = Set.of("complete-dossier", "supplement", "register-candidates",
            "record-selection", "propose-recognition", "record-launch", "record-ministry-result", "record-recovery");
    private static final Map<String, Object> APPROVE = Map.of("outcome", "approve");
    private static final List<String> ROLES = List.of("leader", "deputy", "member");

    private final Journey journey;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    private final LocalDate day;
    private final BiFunction<Post, Integer, Officer> cast;

    private int decisionsElsewhere;

    Onward(Journey journey, TaskService tasks, JdbcClient jdbc) {
        this(journey, tasks, jdbc, LocalDate.of(2024, 6, 30),
                (post, number) -> Journey.officer(post.position(), post.unitPath().value(), number));
    }

    /**
     * @param day  on which something happened that tasks ask for
     * @param cast who holds a post, by its number in it
     */
    Onward(Journey journey, TaskService tasks, JdbcClient jdbc, LocalDate day, BiFunction<Post, Integer, Officer> cast) {
        this.journey = journey;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.day = day;
        this.cast = cast;
    }

    /** @return the kind of the task that comes next, null at the end */
    String next(String number) {
        var open = open(number);
        return open.isEmpty() ? null : open.get(0).getTaskDefinitionKey();
    }

    /** Completes the task that comes next. */
    void take(String number) {
        var task = open(number).get(0);
        if (task.getTaskDefinitionKey().equals("complete-dossier")) {
            journey.bringPapers(number);
        }
        journey.completeById(task.getId(), whoseTurn(number, task), fields(number, task.getTaskDefinitionKey()));
    }

    void takeToTheEnd(String number) {
        while (next(number) != null) {
            take(number);
        }
    }

    private List<Task> open(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey)
                        .thenComparing(task -> String.valueOf(task.getAssignee()))).toList();
    }

    private Officer whoseTurn(String number, Task task) {
        if (task.getAssignee() != null) {
            var council = jdbc.sql("select decider from dossier where number = ?").param(number)
                    .query((row, index) -> Post.ofGroup(row.getString("decider")).orElseThrow().unitPath()).single();
            return Officer.of(task.getAssignee(), List.of(new Post(council, Position.COUNCIL_MEMBER).group()));
        }
        var post = tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> Post.ofGroup(link.getGroupId()).stream()).findFirst().orElseThrow();
        return cast.apply(post, OWN.contains(task.getTaskDefinitionKey()) ? 1 : 2);
    }

    private Map<String, Object> fields(String number, String task) {
        return switch (task) {
            case "complete-dossier", "supplement" -> completion(number);
            case "record-recovery" -> recovery(number);
            case "record-launch" -> Map.of();
            case "council-vote" -> Map.of("approvedNominees", nominees(number));
            case "fill-report" -> MovementReportScenariosIT.figures(3, 120);
            case "record-ministry-result" -> result(number);
            case "register-candidates" -> Map.of("candidates", ROLES.stream().map(role -> candidate()).toList());
            case "record-selection" -> Map.of("present", 9, "results", candidates(number, "admitted").stream()
                    .map(id -> Map.of("id", id, "votes", 8)).toList());
            case "propose-recognition" -> roles(candidates(number, "elected"));
            default -> APPROVE;
        };
    }

    private Map<String, Object> completion(String number) {
        if (jdbc.sql("select exists (select from team_rating where dossier_number = ?)").param(number).query(Boolean.class).single()) {
            return TeamRatingScenariosIT.rows(journey.show(number), (index, row) -> row.put("level", "good"));
        }
        return jdbc.sql("select kind from team_change where dossier_number = ?").param(number).query(String.class).optional()
                .map(kind -> change(number, kind)).orElse(Map.of());
    }

    private Map<String, Object> recovery(String number) {
        return Map.of("recoveries", jdbc.sql("select recipient_id, coalesce(paid, 0) > 0 from revoked_recipient where dossier_number = ?")
                .param(number).query((row, index) -> Map.of("id", row.getString(1), "money", row.getBoolean(2) ? "returned" : "nothing",
                        "object", "returned")).list());
    }

    private Map<String, Object> result(String number) {
        var fields = new HashMap<String, Object>(Map.of("outcome", "approve", "decidedOn", day.toString(),
                "decisionNumber", "%d/QĐ-BCA".formatted(7000 + ++decisionsElsewhere)));
        if (!nominees(number).isEmpty()) {
            fields.put("approvedNominees", nominees(number));
        }
        return fields;
    }

    private Map<String, Object> change(String number, String kind) {
        var members = ids("""
                select m.id from team_member m join team_change c on c.team_id = m.team_id
                where c.dossier_number = ? order by m.id""", number);
        return switch (kind.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "change-role" -> Map.of("roles", List.of(Map.of("id", members.get(0), "role", "deputy"),
                    Map.of("id", members.get(1), "role", "leader")));
            case "replace" -> replacement(members.get(3));
            case "dissolve" -> Map.of("consultedOn", day.toString());
            default -> Map.of("member", members.get(3), "groundOn", day.toString());
        };
    }

    private Map<String, Object> replacement(String member) {
        var fields = new HashMap<>(candidate());
        fields.remove("gender");
        fields.putAll(Map.of("member", member, "ground", "leave-on-request", "groundOn", day.toString(),
                "selectedOn", day.toString(), "councilMembers", 9, "present", 8, "votes", 8));
        return fields;
    }

    private static Map<String, Object> candidate() {
        return Map.of("name", "Người mẫu", "birthDate", "1985-05-20", "citizenId",
                "%012d".formatted(CITIZENS.incrementAndGet()), "gender", "female", "education", "lower-secondary",
                "residenceMonths", 24, "legalStatus", "none", "healthCertificate", true);
    }

    private static Map<String, Object> roles(List<String> elected) {
        return Map.of("roles", IntStream.range(0, elected.size())
                .mapToObj(i -> Map.of("id", elected.get(i), "role", ROLES.get(Math.min(i, 2)))).toList());
    }

    private List<String> nominees(String number) {
        return ids("select id from nominee where dossier_number = ? order by id", number);
    }

    private List<String> candidates(String number, String result) {
        return jdbc.sql("select id from team_candidate where dossier_number = ? and result = ? order by id")
                .params(number, result).query(String.class).list();
    }

    private List<String> ids(String sql, String number) {
        return jdbc.sql(sql).param(number).query(String.class).list();
    }
}
