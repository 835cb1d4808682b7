package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.refusal.Refusal;

/** Judges what a dossier wants to change in a team, and keeps it. */
@Component
class Changes {

    private static final String LEAVING = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 17 khoản 3";
    private static final String ELECTED = "Thông tư 14/2024/TT-BCA, Điều 3";

    private final Teams teams;
    private final Quotas quotas;
    private final Eligibility eligibility;
    private final Quorum quorum;
    private final Composition composition;
    private final CitizenNumbers citizens;
    private final JdbcAggregateTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    Changes(Teams teams, Quotas quotas, Eligibility eligibility, Quorum quorum, Composition composition,
            CitizenNumbers citizens, JdbcAggregateTemplate template, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.quotas = quotas;
        this.eligibility = eligibility;
        this.quorum = quorum;
        this.composition = composition;
        this.citizens = citizens;
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Change require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Change.class));
    }

    Optional<Newcomer> newcomer(String dossierNumber) {
        return Optional.ofNullable(template.findById(dossierNumber, Newcomer.class));
    }

    List<RoleChange> roles(String dossierNumber) {
        return jdbc.sql("select * from team_role_change where dossier_number = ? order by member_id")
                .param(dossierNumber)
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
    void report(String dossierNumber, ChangeFields fields) {
        var change = require(dossierNumber);
        var team = teams.require(change.teamId());
        var before = newcomer(dossierNumber);
        jdbc.sql("delete from team_newcomer where dossier_number = ?").param(dossierNumber).update();
        jdbc.sql("delete from team_role_change where dossier_number = ?").param(dossierNumber).update();
        switch (change.kind()) {
            case ADD -> template.insert(newcomer(team, change, fields, fields.role(), before));
            case REPLACE -> {
                keep(leaving(change, fields, fields.ground()));
                template.insert(newcomer(team, change, fields, roleOf(change, fields.member()), before));
            }
            case CHANGE_ROLE -> keepRoles(change, fields.roles());
            case DISSOLVE -> keep(change.consulted(notInFuture("consultedOn", fields.date("consultedOn"))));
            default -> keep(leaving(change, fields, change.kind()));
        }
        requireComposed(require(dossierNumber));
    }

    /** What would not be as it must be in the team after the change. */
    List<Reason> breaches(Change change) {
        return breaches(change, rolesAfter(change));
    }

    /**
     * Whoever leaves may leave a gap that is filled later; any other change brings nothing that must not be.
     *
     * @throws Refusal rule broken, for what the team has only after the change, such as a second leader
     */
    void requireComposed(Change change) {
        if (change.kind().leave() || change.kind() == ChangeKind.DISSOLVE) {
            return;
        }
        var before = breaches(change, teams.serving(change.teamId()).stream().map(Serving::role).toList());
        breaches(change).stream().filter(breach -> !before.contains(breach)).findFirst().ifPresent(breach -> {
            throw Refusal.broken(change.kind() == ChangeKind.CHANGE_ROLE ? "roles" : "role",
                    "Sau thay đổi: " + breach.message(), breach.legalBasis());
        });
    }

    private List<Reason> breaches(Change change, List<Role> roles) {
        var team = teams.require(change.teamId());
        var today = LocalDate.now(clock);
        var seats = teams.serving(team.id()).size() + quotas.seatsFree(team.unitPath(), team.hamletPath(), today);
        return composition.check(roles, seats, today);
    }

    /** The members and their roles as they would be after the change; the newcomer stands last. */
    private List<Role> rolesAfter(Change change) {
        var roles = roles(change.dossierNumber());
        var staying = teams.serving(change.teamId()).stream()
                .filter(each -> !each.member().id().equals(change.memberId()))
                .map(each -> roles.stream().filter(role -> role.memberId() == each.member().id()).map(RoleChange::role)
                        .findFirst().orElse(each.role()));
        return Stream.concat(staying, newcomer(change.dossierNumber()).map(Newcomer::role).stream()).toList();
    }

    private Change leaving(Change change, ChangeFields fields, ChangeKind ground) {
        roleOf(change, fields.member());
        if (ground == ChangeKind.LEAVE_ON_REFUSAL) {
            var first = notInFuture("firstReminderOn", fields.date("firstReminderOn"));
            var second = notInFuture("secondReminderOn", fields.date("secondReminderOn"));
            if (!second.isAfter(first)) {
                throw Refusal.broken("secondReminderOn", "Phải nhắc nhở bằng văn bản ít nhất hai lần, lần sau sau lần trước",
                        LEAVING + " điểm c");
            }
            return change.leaving(fields.member(), ground, null, first, second);
        }
        return change.leaving(fields.member(), ground, notInFuture("groundOn", fields.date("groundOn")), null, null);
    }

    private Newcomer newcomer(Team team, Change change, ChangeFields fields, Role role, Optional<Newcomer> before) {
        var today = LocalDate.now(clock);
        var applicant = fields.applicant();
        notInFuture("birthDate", applicant.birthDate());
        var verdict = eligibility.judge(applicant, team.unitPath(), today);
        if (verdict.ineligible()) {
            var reason = verdict.reasons().get(0);
            throw Refusal.broken("name", "Người được bổ sung không đủ điều kiện: " + reason.message(),
                    reason.legalBasis());
        }
        var votes = fields.number("votes");
        var present = fields.number("present");
        quorum.require(fields.number("councilMembers"), present, today);
        if (Election.hold(1, present, List.of(new Votes(0, votes)), Set.of()).elected().isEmpty()) {
            throw Refusal.broken("votes", "Phải được quá nửa số thành viên có mặt đồng ý", ELECTED);
        }
        var number = fields.text("citizenId");
        var citizen = number.contains("*") ? before.map(Newcomer::citizen)
                .filter(known -> known.mask().equals(number))
                .orElseThrow(() -> Refusal.malformed("citizenId", "Số căn cước phải gồm 12 chữ số")) : citizens.seal(number);
        if (teams.serves(citizen.digest())) {
            throw Refusal.broken("citizenId", "Người này đang là thành viên của một Tổ bảo vệ an ninh, trật tự");
        }
        if (change.kind() == ChangeKind.ADD && quotas.seatsFree(team.unitPath(), team.hamletPath(), today) < 1) {
            throw Refusal.broken(null, "%s đã đủ số lượng thành viên được bố trí".formatted(team.name()),
                    Quotas.LEGAL_BASIS);
        }
        return new Newcomer(change.dossierNumber(), applicant.name(), applicant.birthDate(), fields.text("gender"),
                citizen.cipher(), citizen.digest(), citizen.mask(), applicant.education(), applicant.residenceMonths(),
                today, applicant.healthCertificate(), applicant.transitional(),
                verdict.result().equals(Eligibility.CHAIR_DECIDES), role,
                notInFuture("selectedOn", fields.date("selectedOn")), fields.number("councilMembers"), present, votes);
    }

    /** Rows that leave a role as it is say nothing. */
    private void keepRoles(Change change, List<RoleChange> rows) {
        Set<Long> named = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!named.add(rows.get(i).memberId())) {
                throw Refusal.malformed("roles[%d].id".formatted(i), "Một thành viên có ở hai dòng");
            }
        }
        var changed = rows.stream().filter(row -> roleOf(change, row.memberId()) != row.role())
                .sorted(Comparator.comparing(RoleChange::memberId)).toList();
        if (changed.isEmpty()) {
            throw Refusal.broken("roles", "Chưa có chức danh nào thay đổi");
        }
        changed.forEach(row -> jdbc.sql("insert into team_role_change (dossier_number, member_id, role) values (?, ?, ?)")
                .params(change.dossierNumber(), row.memberId(), row.role().name()).update());
    }

    private Role roleOf(Change change, Long memberId) {
        return teams.serving(change.teamId()).stream().filter(each -> each.member().id().equals(memberId))
                .map(Serving::role).findFirst()
                .orElseThrow(() -> Refusal.broken("member", "Người này không còn tham gia Tổ"));
    }

    private LocalDate notInFuture(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày %1$td/%1$tm/%1$tY chưa tới".formatted(day));
        }
        return day;
    }
}
