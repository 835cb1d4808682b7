package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.language.Labels;
import vn.phongtrao.team.ChangeShown.ChangeLine;
import vn.phongtrao.team.ChangeShown.MemberRole;
import vn.phongtrao.team.ChangeShown.MemberShown;
import vn.phongtrao.team.ChangeShown.NewcomerShown;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A change of a team as forms, papers and the dossier's page show it. */
@Component
class ChangeView {

    private static final String LAW = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, ";

    private final Teams teams;
    private final Changes changes;
    private final Contradictions contradictions;
    private final Hamlets hamlets;
    private final Units units;
    private final JdbcClient jdbc;

    ChangeView(Teams teams, Changes changes, Contradictions contradictions, Hamlets hamlets, Units units,
               JdbcClient jdbc) {
        this.teams = teams;
        this.changes = changes;
        this.contradictions = contradictions;
        this.hamlets = hamlets;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** The teams that exist in a commune and in those whose business it does, as options of a form. */
    List<Option> teams(UnitPath unitPath) {
        return jdbc.sql("""
                        select * from team_register where unit_path = any(:units) and status = 'active'
                        order by unit_path <> :unit, hamlet, id""")
                .param("unit", unitPath.value()).param("units",
                        UnitPath.values(units.inChargeOf(unitPath)))
                .query((row, index) -> new Option(row.getString("id"), "%s (%s)".formatted(row.getString("name"),
                        row.getString("unit_path").equals(unitPath.value()) ? row.getString("hamlet_name")
                                : row.getString("hamlet_name") + ", "
                                + units.require(UnitPath.of(row.getString("unit_path"))).name())))
                .list();
    }

    ChangeShown of(DossierNumber dossierNumber) {
        var change = changes.require(dossierNumber);
        var team = teams.require(change.teamId());
        var newcomer = changes.newcomer(dossierNumber);
        return new ChangeShown(team.id().toString(), team.name(),
                hamlets.find(team.hamletPath()).map(Hamlet::name).orElse(""), change.kind().id(), change.kind().label(),
                change.kind().subject(team.name()), change.receivedOn(), change.reason(),
                teams.serving(team.id()).stream().map(ChangeView::shown).toList(),
                change.memberId() == null ? null : change.memberId().toString(),
                change.ground() == null ? null : change.ground().id(), change.groundOn(), change.firstReminderOn(),
                change.secondReminderOn(), change.consultedOn(), changes.roles(dossierNumber).stream()
                .map(role -> new MemberRole(Long.toString(role.memberId()), role.role().id())).toList(),
                newcomer.map(ChangeView::shown).orElse(null), newcomer.filter(Newcomer::needsChair).isPresent(),
                lines(change));
    }

    /** What the rules in force today say of the team as it would be, and of who comes. */
    List<Finding> findings(Dossier dossier) {
        var change = changes.require(dossier.number());
        if (change.kind() == ChangeKind.DISSOLVE || lines(change).isEmpty()) {
            return List.of();
        }
        var breaches = changes.breaches(dossier, change);
        List<Finding> findings = new ArrayList<>(breaches.stream().map(breach -> new Finding(null, false,
                "Sau thay đổi: " + breach.message(), false, breach.legalBasis())).toList());
        if (breaches.isEmpty()) {
            findings.add(new Finding(null, true, "Sau thay đổi, Tổ có đủ Tổ trưởng, Tổ phó và số thành viên quy định",
                    false, LAW + "Điều 14, Điều 16"));
        }
        changes.newcomer(dossier.number()).map(Newcomer::person).ifPresent(person ->
                findings.addAll(contradictions.of(person)));
        changes.newcomer(dossier.number()).ifPresent(newcomer -> findings.add(newcomer.needsChair()
                ? new Finding(newcomer.name(), false, "Trên 70 tuổi, Chủ tịch Ủy ban nhân dân cấp xã quyết định riêng",
                        false, LAW + "Điều 13 khoản 1")
                : new Finding(newcomer.name(), true, "Đủ tiêu chuẩn, điều kiện tham gia", true, LAW + "Điều 13")));
        return findings;
    }

    /** What a decision orders: who and as what, but not why somebody leaves. */
    List<String> orders(DossierNumber dossierNumber) {
        var change = changes.require(dossierNumber);
        var team = teams.require(change.teamId());
        if (change.kind() == ChangeKind.DISSOLVE) {
            return List.of("Giải thể " + team.name());
        }
        List<String> orders = new ArrayList<>();
        if (change.memberId() != null) {
            var member = teams.member(change.memberId());
            orders.add("Cho thôi tham gia %s đối với %s".formatted(team.name(),
                    named(member.name(), member.birthDate())));
        }
        changes.newcomer(dossierNumber).ifPresent(newcomer -> orders.add("Công nhận %s là %s %s".formatted(
                named(newcomer.name(), newcomer.birthDate()), newcomer.role().label(), team.name())));
        changes.roles(dossierNumber).forEach(role -> {
            var member = teams.member(role.memberId());
            orders.add("Công nhận %s giữ chức danh %s %s".formatted(named(member.name(), member.birthDate()),
                    role.role().label(), team.name()));
        });
        return orders;
    }

    private static String named(String name, LocalDate birthDate) {
        return "%s (sinh năm %d)".formatted(name, birthDate.getYear());
    }

    /** What is changed, a line for each person; the whole team where it ends. */
    private List<ChangeLine> lines(Change change) {
        List<ChangeLine> lines = new ArrayList<>();
        if (change.memberId() != null) {
            lines.add(line("leaves", teams.member(change.memberId()).name(), leaving(change),
                    LAW + "Điều 17 khoản 3"));
        }
        changes.newcomer(change.dossierNumber()).ifPresent(newcomer -> lines.add(line("joins", newcomer.name(),
                "%s; sinh năm %d; họp xét tuyển ngày %s: %d/%d phiếu đồng ý".formatted(newcomer.role().label(),
                        newcomer.birthDate().getYear(), Wording.day(newcomer.selectedOn()), newcomer.votes(),
                        newcomer.present()), LAW + "Điều 15, Điều 16 khoản 2")));
        changes.roles(change.dossierNumber()).forEach(role -> lines.add(line("role",
                teams.member(role.memberId()).name(), role.role().label(), LAW + "Điều 16 khoản 2")));
        if (change.consultedOn() != null) {
            lines.add(line("dissolved", teams.require(change.teamId()).name(), "Thống nhất ngày %s"
                    .formatted(Wording.day(change.consultedOn())), "Thông tư 14/2024/TT-BCA, Điều 5 khoản 2 điểm b"));
        }
        return lines;
    }

    private static String leaving(Change change) {
        return change.ground() == ChangeKind.LEAVE_ON_REFUSAL
                ? "%s; đã nhắc nhở bằng văn bản ngày %s và ngày %s".formatted(change.ground().label(),
                        Wording.day(change.firstReminderOn()), Wording.day(change.secondReminderOn()))
                : "%s; văn bản ngày %s".formatted(change.ground().label(), Wording.day(change.groundOn()));
    }

    private static ChangeLine line(String event, String name, String detail, String basis) {
        return new ChangeLine(event, Labels.of("team-event." + event), name, detail, basis);
    }

    private static MemberShown shown(Serving serving) {
        var member = serving.member();
        var id = member.id().toString();
        return new MemberShown(id, id, "%s (%s)".formatted(member.name(), serving.role().label()), member.name(),
                serving.role().id(), serving.role().label(), member.birthDate().getYear(), member.citizenMask(),
                member.joinedOn());
    }

    private static NewcomerShown shown(Newcomer newcomer) {
        return new NewcomerShown(newcomer.name(), newcomer.birthDate(), newcomer.gender(), newcomer.citizenMask(),
                newcomer.education(), newcomer.residenceMonths(), newcomer.healthCertificate(),
                newcomer.transitional(), newcomer.role().id(), newcomer.selectedOn(), newcomer.councilMembers(),
                newcomer.present(), newcomer.votes());
    }
}
