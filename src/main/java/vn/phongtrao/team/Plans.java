package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** Judges plans to establish a team, keeps them and posts them (Thông tư 14/2024/TT-BCA, Điều 3.2). */
@Component
class Plans {

    private final Units units;
    private final Hamlets hamlets;
    private final Quotas quotas;
    private final Composition composition;
    private final Rules rules;
    private final WorkingCalendar calendar;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    Plans(Units units, Hamlets hamlets, Quotas quotas, Composition composition, Rules rules, WorkingCalendar calendar,
          JdbcAggregateTemplate template, Clock clock) {
        this.units = units;
        this.hamlets = hamlets;
        this.quotas = quotas;
        this.composition = composition;
        this.rules = rules;
        this.calendar = calendar;
        this.template = template;
        this.clock = clock;
    }

    /** @throws Refusal forbidden, where the unit is no commune; rule broken, with the field and the paragraph */
    Subject examine(String unitPath, Map<String, Object> fields) {
        if (units.require(unitPath).tier() != Tier.COMMUNE) {
            throw Refusal.forbidden("Chỉ Công an cấp xã được lập kế hoạch thành lập Tổ bảo vệ an ninh, trật tự");
        }
        var hamlet = hamlets.require(unitPath, (String) fields.get("hamlet"));
        examine(Plan.of(null, hamlet.path(), fields), hamlet, fields);
        return new Subject("team", "establishment", "Thành lập Tổ bảo vệ an ninh, trật tự " + hamlet.name(),
                new Post(unitPath, Position.COMMITTEE_CHAIR));
    }

    void store(Dossier dossier, Map<String, Object> fields) {
        var hamlet = hamlets.require(dossier.unitPath(), (String) fields.get("hamlet"));
        template.insert(Plan.of(dossier.number(), hamlet.path(), fields));
    }

    void change(Dossier dossier, Map<String, Object> fields) {
        var before = require(dossier.number());
        var hamlet = fields.containsKey("hamlet")
                ? hamlets.require(dossier.unitPath(), (String) fields.get("hamlet")) : hamlet(before);
        var plan = before.changed(hamlet.path(), fields);
        examine(plan, hamlet, fields);
        template.update(plan);
    }

    Plan require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Plan.class));
    }

    /** @throws Refusal rule broken, when the commune has closed the hamlet */
    Hamlet hamlet(Plan plan) {
        return hamlets.find(plan.hamletPath()).orElseThrow(() ->
                Refusal.broken("hamlet", "Khóm, ấp của kế hoạch không còn tồn tại"));
    }

    /** Whether the province has to allow another team or more members first (Luật 30/2023/QH15, Điều 14.4). */
    boolean aboveQuota(Plan plan) {
        var commune = communePath(plan);
        var today = LocalDate.now(clock);
        return quotas.teamsFree(commune, plan.hamletPath(), today) < 1
                || quotas.seatsFree(commune, plan.hamletPath(), today) < plan.seats();
    }

    int seatsFree(Plan plan) {
        return quotas.seatsFree(communePath(plan), plan.hamletPath(), LocalDate.now(clock));
    }

    void update(Plan plan) {
        template.update(plan);
    }

    /** The last day for which the plan is posted; null before it is posted. */
    LocalDate planPostedUntil(Plan plan) {
        return plan.planPostedOn() == null ? null : postedUntil("plan", plan.planPostedOn());
    }

    /** @throws Refusal rule broken, while the plan has to be posted */
    void requirePlanPosted(Plan plan) {
        requirePosted("plan", plan.planPostedOn(), LocalDate.now(clock),
                "Chưa được chốt danh sách: kế hoạch còn được niêm yết");
    }

    /** @throws Refusal rule broken, when on that day the list of candidates had still to be posted */
    void requireListPosted(Plan plan, LocalDate on) {
        requirePosted("candidates", plan.listPostedOn(), on, "Chưa được họp xét tuyển: danh sách còn được niêm yết");
    }

    private void requirePosted(String what, LocalDate since, LocalDate on, String message) {
        var until = postedUntil(what, since);
        if (on.isBefore(since) || until.isAfter(since) && !on.isAfter(until)) {
            throw Refusal.broken(null, "%s đến hết ngày %2$td/%2$tm/%2$tY".formatted(message, until), basis(what, since));
        }
    }

    private LocalDate postedUntil(String what, LocalDate since) {
        var days = ((Number) rules.row("posting-period", since, Map.of("posted", what)).get("days")).intValue();
        return days == 0 ? since : calendar.dueDate(since, days);
    }

    private String basis(String what, LocalDate since) {
        return (String) rules.row("posting-period", since, Map.of("posted", what)).get("legalBasis");
    }

    private void examine(Plan plan, Hamlet hamlet, Map<String, Object> fields) {
        var today = LocalDate.now(clock);
        if (fields.containsKey("meetingDate") && plan.meetingDate().isBefore(today)) {
            throw Refusal.broken("meetingDate", "Ngày họp xét tuyển đã qua");
        }
        if (plan.applicationsUntil() != null && plan.applicationsUntil().isAfter(plan.meetingDate())) {
            throw Refusal.broken("applicationsUntil", "Hạn nhận hồ sơ phải trước ngày họp xét tuyển");
        }
        composition.checkSize(plan.seats(), plan.seats(), today).forEach(breach -> {
            throw Refusal.broken("seats", breach.message(), breach.legalBasis());
        });
        if (quotas.teams(hamlet.communePath(), hamlet.path()) > 0
                && quotas.teamsFree(hamlet.communePath(), hamlet.path(), today) < 1) {
            throw Refusal.broken("hamlet", "%s đã có Tổ bảo vệ an ninh, trật tự".formatted(hamlet.name()),
                    Quotas.LEGAL_BASIS);
        }
    }

    private static String communePath(Plan plan) {
        return plan.hamletPath().substring(0, plan.hamletPath().lastIndexOf('/'));
    }
}
