package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.language.Labels;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Hamlets;

/** A change of a team as forms, papers and the dossier's page show it. */
@Component
class ChangeView {

    private static final String LAW = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, ";

    private final Teams teams;
    private final Changes changes;
    private final Hamlets hamlets;
    private final JdbcClient jdbc;

    ChangeView(Teams teams, Changes changes, Hamlets hamlets, JdbcClient jdbc) {
        this.teams = teams;
        this.changes = changes;
        this.hamlets = hamlets;
        this.jdbc = jdbc;
    }

    /** The teams of a commune that exist, as options of a form. */
    List<Map<String, String>> teams(String unitPath) {
        return jdbc.sql("select * from team_register where unit_path = ? and status = 'active' order by hamlet, id")
                .param(unitPath).query((row, index) -> Map.of("value", row.getString("id"),
                        "label", "%s (%s)".formatted(row.getString("name"), row.getString("hamlet_name")))).list();
    }

    Map<String, Object> of(String dossierNumber) {
        var change = changes.require(dossierNumber);
        var team = teams.require(change.teamId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("team", team.id().toString());
        shown.put("teamName", team.name());
        shown.put("hamletName", hamlets.find(team.hamletPath()).map(hamlet -> hamlet.name()).orElse(""));
        shown.put("kind", change.kind().id());
        shown.put("kindName", change.kind().label());
        shown.put("subject", change.kind().subject(team.name()));
        shown.put("receivedOn", change.receivedOn());
        shown.put("reason", change.reason());
        shown.put("members", teams.serving(team.id()).stream().map(ChangeView::shown).toList());
        shown.put("member", change.memberId() == null ? null : change.memberId().toString());
        shown.put("ground", change.ground() == null ? null : change.ground().id());
        shown.put("groundOn", change.groundOn());
        shown.put("firstReminderOn", change.firstReminderOn());
        shown.put("secondReminderOn", change.secondReminderOn());
        shown.put("consultedOn", change.consultedOn());
        shown.put("roles", changes.roles(dossierNumber).stream().map(role -> Map.of(
                "id", Long.toString(role.memberId()), "role", role.role().id())).toList());
        changes.newcomer(dossierNumber).ifPresent(newcomer -> shown.putAll(shown(newcomer)));
        shown.put("newcomerNeedsChair", changes.newcomer(dossierNumber).filter(Newcomer::needsChair).isPresent());
        shown.put("changes", lines(change));
        return shown;
    }

    /** What the rules in force today say of the team as it would be, and of who comes. */
    List<Finding> findings(String dossierNumber) {
        var change = changes.require(dossierNumber);
        if (change.kind() == ChangeKind.DISSOLVE || lines(change).isEmpty()) {
            return List.of();
        }
        var breaches = changes.breaches(change);
        List<Finding> findings = new ArrayList<>(breaches.stream().map(breach -> new Finding(null, false,
                "Sau thay đổi: " + breach.message(), false, breach.legalBasis())).toList());
        if (breaches.isEmpty()) {
            findings.add(new Finding(null, true, "Sau thay đổi, Tổ có đủ Tổ trưởng, Tổ phó và số thành viên quy định",
                    false, LAW + "Điều 14, Điều 16"));
        }
        changes.newcomer(dossierNumber).ifPresent(newcomer -> findings.add(newcomer.needsChair()
                ? new Finding(newcomer.name(), false, "Trên 70 tuổi, Chủ tịch Ủy ban nhân dân cấp xã quyết định riêng",
                        false, LAW + "Điều 13 khoản 1")
                : new Finding(newcomer.name(), true, "Đủ tiêu chuẩn, điều kiện tham gia", true, LAW + "Điều 13")));
        return findings;
    }

    /** What a decision orders: who and as what, but not why somebody leaves. */
    List<String> orders(String dossierNumber) {
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
    private List<Map<String, String>> lines(Change change) {
        List<Map<String, String>> lines = new ArrayList<>();
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

    private static Map<String, String> line(String event, String name, String detail, String basis) {
        return Map.of("event", event, "what", Labels.of("team-event." + event), "name", name, "detail", detail,
                "basis", basis);
    }

    private static Map<String, Object> shown(Serving serving) {
        var member = serving.member();
        return Map.of("id", member.id().toString(), "value", member.id().toString(),
                "label", "%s (%s)".formatted(member.name(), serving.role().label()), "name", member.name(),
                "role", serving.role().id(), "roleName", serving.role().label(),
                "birthYear", member.birthDate().getYear(), "citizenId", member.citizenMask(),
                "joinedOn", member.joinedOn());
    }

    /** What the form is filled with when it comes back; the legal standing is not kept, so it is asked again. */
    private static Map<String, Object> shown(Newcomer newcomer) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", newcomer.name());
        shown.put("birthDate", newcomer.birthDate());
        shown.put("gender", newcomer.gender());
        shown.put("citizenId", newcomer.citizenMask());
        shown.put("education", newcomer.education());
        shown.put("residenceMonths", newcomer.residenceMonths());
        shown.put("healthCertificate", newcomer.healthCertificate());
        shown.put("transitional", newcomer.transitional());
        shown.put("role", newcomer.role().id());
        shown.put("selectedOn", newcomer.selectedOn());
        shown.put("councilMembers", newcomer.councilMembers());
        shown.put("present", newcomer.present());
        shown.put("votes", newcomer.votes());
        return shown;
    }
}
