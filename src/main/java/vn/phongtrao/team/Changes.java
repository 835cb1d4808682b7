package vn.phongtrao.team;

import static vn.phongtrao.team.Departure.past;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;

/** Judges what a dossier wants to change in a team, and keeps it. */
@Component
class Changes {

    private static final String ELECTED = "Thông tư 14/2024/TT-BCA, Điều 3";

    private final Teams teams;
    private final Quotas quotas;
    private final Eligibility eligibility;
    private final Quorum quorum;
    private final Composition composition;
    private final CitizenNumbers citizens;
    private final Dossiers dossiers;
    private final JdbcAggregateTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    Changes(Teams teams, Quotas quotas, Eligibility eligibility, Quorum quorum, Composition composition,
            CitizenNumbers citizens, Dossiers dossiers, JdbcAggregateTemplate template, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.quotas = quotas;
        this.eligibility = eligibility;
        this.quorum = quorum;
        this.composition = composition;
        this.citizens = citizens;
        this.dossiers = dossiers;
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Change require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Change.class));
    }

    Optional<Newcomer> newcomer(DossierNumber dossierNumber) {
        return Optional.ofNullable(template.findById(dossierNumber, Newcomer.class));
    }

    List<RoleChange> roles(DossierNumber dossierNumber) {
        return jdbc.sql("select * from team_role_change where dossier_number = ? order by member_id")
                .param(dossierNumber.value())
                .query((row, index) -> new RoleChange(row.getLong("member_id"), Role.valueOf(row.getString("role"))))
                .list();
    }

    void propose(Change change) {
        template.insert(change);
    }

    void keep(Change change) {
        template.update(change);
    }

    /** Keeps what the report says; what an earlier report said falls away. */
    void report(Dossier dossier, ChangeReport report) {
        var change = require(dossier.number());
        var today = LocalDate.now(clock);
        var roles = Roles.of(teams.serving(change.teamId()));
        var before = newcomer(dossier.number());
        jdbc.sql("delete from team_newcomer where dossier_number = ?").param(dossier.number().value()).update();
        jdbc.sql("delete from team_role_change where dossier_number = ?").param(dossier.number().value()).update();
        switch (change.kind()) {
            case ADD -> template.insert(newcomer(dossier, change, report, Needed.require("role", report.role()),
                    before));
            case REPLACE -> {
                var role = roles.require(report.member());
                keep(change.leaving(report.member(), Departure.of(Needed.require("ground", report.ground()), report,
                        today)));
                template.insert(newcomer(dossier, change, report, role, before));
            }
            case CHANGE_ROLE -> keep(change, roles.changed(Needed.require("roles", report.roles())));
            case DISSOLVE -> keep(change.consulted(past("consultedOn", report.consultedOn(), today)));
            default -> {
                roles.require(report.member());
                keep(change.leaving(report.member(), Departure.of(change.kind(), report, today)));
            }
        }
        requireComposed(dossier, require(dossier.number()));
    }

    /** What would not be as it must be in the team after the change. */
    List<Reason> breaches(Dossier dossier, Change change) {
        return breaches(dossier, change, Roles.of(teams.serving(change.teamId())).after(change.memberId(),
                roles(change.dossierNumber()), newcomer(change.dossierNumber()).map(Newcomer::role)));
    }

    /**
     * Whoever leaves may leave a gap that is filled later; any other change brings nothing that must not be.
     *
     * @throws Refusal rule broken, for what the team has only after the change, such as a second leader
     */
    void requireComposed(Dossier dossier, Change change) {
        if (change.kind().leave() || change.kind() == ChangeKind.DISSOLVE) {
            return;
        }
        var before = breaches(dossier, change, teams.serving(change.teamId()).stream().map(Serving::role).toList());
        breaches(dossier, change).stream().filter(breach -> !before.contains(breach)).findFirst().ifPresent(breach -> {
            throw Refusal.broken(change.kind() == ChangeKind.CHANGE_ROLE ? "roles" : "role",
                    "Sau thay đổi: " + breach.message(), breach.legalBasis());
        });
    }

    private List<Reason> breaches(Dossier dossier, Change change, List<Role> roles) {
        var team = teams.require(change.teamId());
        var seats = teams.serving(team.id()).size()
                + quotas.seatsFree(team.unitPath(), team.hamletPath(), LocalDate.now(clock));
        return composition.check(roles, seats, dossiers.days(dossier));
    }

    private Newcomer newcomer(Dossier dossier, Change change, ChangeReport report, Role role,
                              Optional<Newcomer> before) {
        var today = LocalDate.now(clock);
        var team = teams.require(change.teamId());
        var applicant = report.applicant();
        past("birthDate", applicant.birthDate(), today);
        var verdict = eligibility.judge(applicant, team.unitPath(), dossiers.days(dossier));
        if (verdict.ineligible()) {
            var reason = verdict.reasons().get(0);
            throw Refusal.broken("name", "Người được bổ sung không đủ điều kiện: " + reason.message(),
                    reason.legalBasis());
        }
        var selectedOn = past("selectedOn", report.selectedOn(), today);
        requireElected(report, today);
        var citizen = citizens.seal("citizenId", Needed.require("citizenId", report.citizenId()),
                before.map(Newcomer::citizen));
        if (teams.serves(citizen.digest())) {
            throw Refusal.broken("citizenId", "Người này đang là thành viên của một Tổ bảo vệ an ninh, trật tự");
        }
        if (change.kind() == ChangeKind.ADD && quotas.seatsFree(team.unitPath(), team.hamletPath(), today) < 1) {
            throw Refusal.broken(null, "%s đã đủ số lượng thành viên được bố trí".formatted(team.name()),
                    Quotas.LEGAL_BASIS);
        }
        return new Newcomer(change.dossierNumber(), applicant.name(), applicant.birthDate(), report.gender(),
                citizen.cipher(), citizen.digest(), citizen.mask(), applicant.education(), applicant.residenceMonths(),
                today, applicant.healthCertificate(), applicant.transitional(),
                verdict.result().equals(Eligibility.CHAIR_DECIDES), role, selectedOn, report.councilMembers(),
                report.present(), report.votes());
    }

    private void requireElected(ChangeReport report, LocalDate today) {
        var present = Needed.require("present", report.present());
        quorum.require(Needed.require("councilMembers", report.councilMembers()), present, today);
        var votes = List.of(new Votes(0, Needed.require("votes", report.votes())));
        if (Election.hold(1, present, votes, Set.of()).elected().isEmpty()) {
            throw Refusal.broken("votes", "Phải được quá nửa số thành viên có mặt đồng ý", ELECTED);
        }
    }

    private void keep(Change change, List<RoleChange> changed) {
        changed.forEach(row -> jdbc.sql("insert into team_role_change (dossier_number, member_id, role) values (?, ?, "
                + "?)")
                .params(change.dossierNumber().value(), row.memberId(), row.role().name()).update());
    }
}
