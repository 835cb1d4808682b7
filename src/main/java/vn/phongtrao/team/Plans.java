package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Judges plans to establish a team, and keeps them with what became of them (Thông tư 14/2024/TT-BCA, Điều 3.2). */
@Component
class Plans {

    static final String PROCESS = "team-establishment";
    /** The matter on which the province decides. */
    static final String QUOTA = "quota";

    private static final String FORM = "team";
    private static final String TYPE = "establishment";

    private final Units units;
    private final Hamlets hamlets;
    private final Quotas quotas;
    private final Composition composition;
    private final Jurisdictions jurisdictions;
    private final Dossiers dossiers;
    private final JdbcAggregateTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    Plans(Units units, Hamlets hamlets, Quotas quotas, Composition composition, Jurisdictions jurisdictions,
          Dossiers dossiers, JdbcAggregateTemplate template, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.hamlets = hamlets;
        this.quotas = quotas;
        this.composition = composition;
        this.jurisdictions = jurisdictions;
        this.dossiers = dossiers;
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal forbidden, where the unit is no commune; rule broken, with the field and the paragraph */
    Opening examine(UnitPath unitPath, PlanProposal proposal) {
        if (units.require(unitPath).tier() != Tier.COMMUNE) {
            throw Refusal.forbidden("Chỉ Công an cấp xã được lập kế hoạch thành lập Tổ bảo vệ an ninh, trật tự");
        }
        var hamlet = hamlets.require(unitPath, proposal.hamlet());
        var days = Days.on(LocalDate.now(clock));
        requireToCome(proposal.meetingDate());
        var plan = Plan.of(hamlet.path(), proposal, jurisdiction(unitPath, days, QUOTA));
        examine(plan, hamlet, days);
        return new Opening(FORM, TYPE, "Thành lập Tổ bảo vệ an ninh, trật tự " + hamlet.name(),
                jurisdiction(unitPath, days, Decision.MATTER), dossier -> template.insert(plan.of(dossier.number())));
    }

    void change(Dossier dossier, PlanChange change) {
        var before = require(dossier.number());
        var hamlet = change.hamlet() == null ? hamlet(before) : hamlets.require(dossier.unitPath(), change.hamlet());
        if (change.meetingDate() != null) {
            requireToCome(change.meetingDate());
        }
        var plan = before.changed(hamlet.path(), change);
        examine(plan, hamlet, dossiers.days(dossier));
        template.update(plan);
    }

    Plan require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Plan.class));
    }

    /** @throws Refusal rule broken, when the commune has closed the hamlet */
    Hamlet hamlet(Plan plan) {
        return hamlets.inForce(plan.hamletPath()).orElseThrow(() ->
                Refusal.broken("hamlet", "Khóm, ấp của kế hoạch không còn tồn tại"));
    }

    /** Whether the province has to allow another team or more members first (Luật 30/2023/QH15, Điều 14.4). */
    boolean aboveQuota(Plan plan) {
        var today = LocalDate.now(clock);
        return quotas.teamsFree(plan.communePath(), plan.hamletPath(), today) < 1 || seatsFree(plan) < plan.seats();
    }

    int seatsFree(Plan plan) {
        return quotas.seatsFree(plan.communePath(), plan.hamletPath(), LocalDate.now(clock));
    }

    void planPosted(DossierNumber dossierNumber) {
        jdbc.sql("update team_plan set plan_posted_on = ? where dossier_number = ?")
                .params(LocalDate.now(clock), dossierNumber.value()).update();
    }

    void listPosted(DossierNumber dossierNumber) {
        jdbc.sql("update team_plan set list_posted_on = ? where dossier_number = ?")
                .params(LocalDate.now(clock), dossierNumber.value()).update();
    }

    void carriedOut(Plan plan, Team team) {
        jdbc.sql("update team_plan set team_id = ? where dossier_number = ?")
                .params(team.id(), plan.dossierNumber().value()).update();
    }

    /** @param place null where nobody said */
    void launched(Plan plan, LocalDate on, String place) {
        jdbc.sql("update team_plan set launched_on = :on, launched_at = :place where dossier_number = :dossier")
                .param("on", on).param("place", place).param("dossier", plan.dossierNumber().value()).update();
    }

    private Jurisdiction jurisdiction(UnitPath unitPath, Days days, String matter) {
        return jurisdictions.require(PROCESS, unitPath, days, new Jurisdictions.Matter(FORM, TYPE, matter));
    }

    private void requireToCome(LocalDate meetingDate) {
        if (meetingDate.isBefore(LocalDate.now(clock))) {
            throw Refusal.broken("meetingDate", "Ngày họp xét tuyển đã qua");
        }
    }

    private void examine(Plan plan, Hamlet hamlet, Days days) {
        var refused = new Refusals();
        refused.gather(() -> {
            if (plan.applicationsUntil() != null && plan.applicationsUntil().isAfter(plan.meetingDate())) {
                throw Refusal.broken("applicationsUntil", "Hạn nhận hồ sơ phải trước ngày họp xét tuyển");
            }
        });
        refused.gather(() -> composition.checkSize(plan.seats(), plan.seats(), days).forEach(breach -> {
            throw Refusal.broken("seats", breach.message(), breach.legalBasis());
        }));
        refused.gather(() -> {
            if (quotas.teams(hamlet.communePath(), hamlet.path()) > 0
                    && quotas.teamsFree(hamlet.communePath(), hamlet.path(), LocalDate.now(clock)) < 1) {
                throw Refusal.broken("hamlet", "%s đã có Tổ bảo vệ an ninh, trật tự".formatted(hamlet.name()),
                        Quotas.LEGAL_BASIS);
            }
        });
        refused.throwAny();
    }
}
