package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.text.Wording;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * Awards that stand in the way of another one. One achievement is not awarded twice, at any level (Luật Thi đua, khen
 * thưởng 2022, Điều 5.2); some awards are given once in a life (Thông tư 20/2025/TT-BCA).
 */
@Component
class Earlier {

    /** Awards with who decided; of imported ones it may not be known. */
    private static final String AWARDS = """
            select award.form, award.decision_number, award.decided_on, award.revoked_on, award.revoked_by,
                   decision.authority, decision.position, dossier.higher_authority
            from award left join decision on decision.id = award.decision_id left join dossier on dossier.number = award.dossier_number
            """;

    private final JdbcClient jdbc;
    private final AwardForms forms;
    private final Authorities authorities;
    private final Clock clock;

    Earlier(JdbcClient jdbc, AwardForms forms, Authorities authorities, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** An award for what is the same. @param decision as refusals name it */
    private record Same(String form, String decision) {
    }

    private Same same(ResultSet row, int index) throws SQLException {
        var decided = row.getObject("decided_on", LocalDate.class);
        var unit = row.getString("authority");
        var authority = unit == null ? row.getString("higher_authority")
                : authorities.of(new Post(UnitPath.of(unit), Position.of(row.getString("position"))), decided).name();
        var by = row.getString("revoked_by");
        return new Same(row.getString("form"), "%s ngày %s%s%s".formatted(row.getString("decision_number"), Wording.day(decided),
                authority == null ? "" : " của " + authority, row.getString("revoked_on") == null ? ""
                        : " (đã bị hủy bỏ%s)".formatted(by == null ? "" : " theo Quyết định số " + by)));
    }

    /** Keeps other transactions from judging the same subjects until this one has ended. */
    void lock(Collection<String> subjects) {
        subjects.stream().sorted().distinct().forEach(subject -> Turn.take(jdbc, subject));
    }

    /**
     * The decision that already awarded this achievement to the subject: number, day and who took it. It is asked of what somebody has
     * just sent, too: days that are no period are let be. One that was revoked stands in the way of the same achievement
     * alone, and no more of all the regular work of its period. An emulation title and a form of commendation do not stand in
     * each other's way; what its own dossier gave stands in none.
     */
    Optional<String> awardFor(String subject, Commendation commendation) {
        var days = Days.on(LocalDate.now(clock));
        return jdbc.sql(AWARDS + """
                where award.subject = :subject and award.dossier_number is distinct from :dossier::text
                  and award.achieved_from <= :to and award.achieved_to >= :from
                  and (award.achievement_key = :key
                       or award.achievement_type = 'regular' and :type = 'regular'
                          and award.achieved_from = :from and award.achieved_to = :to and award.revoked_on is null)
                order by award.id""")
                .param("subject", subject).param("dossier", Optional.ofNullable(commendation.dossierNumber())
                        .map(DossierNumber::value).orElse(null)).param("key", commendation.achievementKey())
                .param("type", commendation.achievementType())
                .param("from", commendation.achievedFrom()).param("to", commendation.achievedTo())
                .query(this::same).list().stream()
                .filter(same -> forms.isTitle(same.form(), days)
                        == forms.isTitle(commendation.awardForm(), days)).map(Same::decision).findFirst();
    }

    /**
     * What the nominees of a dossier had been awarded by other dossiers, the latest first; nominees by name. It is what
     * those who propose, appraise and decide have before them, so a closed dossier keeps what stood there when it was
     * closed: an award that came afterwards was no reason for anybody.
     */
    List<Honour> of(DossierNumber dossierNumber) {
        return jdbc.sql("""
                select nominee.name, award.form, award.achievement, award.decision_number, award.decided_on,
                       award.revoked_on
                from nominee join award on award.subject = nominee.subject
                join dossier this on this.number = nominee.dossier_number
                join dossier other on other.number = award.dossier_number
                where this.number = :dossier and other.number <> :dossier
                  and (this.closed_at is null or other.closed_at <= this.closed_at
                       and award.decided_on <= (this.closed_at at time zone :zone)::date)
                order by nominee.id, award.decided_on desc, award.id""")
                .param("dossier", dossierNumber.value()).param("zone", clock.getZone().getId())
                .query((row, index) -> new Honour(row.getString("name"), AwardForm.name(row.getString("form")),
                        row.getString("achievement"), row.getString("decision_number"),
                        row.getObject("decided_on", LocalDate.class), row.getObject("revoked_on", LocalDate.class))).list();
    }

    /** An award for another achievement of the same time. */
    record Overlapping(String subject, String achievementType, String achievement, String decisionNumber,
                       LocalDate decidedOn) {
    }

    /** What these subjects were awarded for achievements in the same time that are not the same one, the latest first. */
    List<Overlapping> overlapping(Collection<String> subjects, Commendation commendation) {
        return jdbc.sql("""
                select subject, achievement_type, achievement, decision_number, decided_on from award
                where subject = any(:subjects)
                  and achieved_from <= :to and achieved_to >= :from and achievement_key <> :key and revoked_on is null
                order by decided_on desc, id""")
                .param("subjects", subjects.toArray(String[]::new)).param("key", commendation.achievementKey())
                .param("from", commendation.achievedFrom()).param("to", commendation.achievedTo())
                .query(Overlapping.class).list();
    }

    /** What was revoked of the awards of a dossier, by nominee. An open dossier has none. */
    Map<Long, Revocation> revoked(Dossier dossier) {
        if (dossier.closedAt() == null) {
            return Map.of();
        }
        Map<Long, Revocation> revoked = new HashMap<>();
        jdbc.sql("select * from award where dossier_number = ? and revoked_on is not null")
                .param(dossier.number().value())
                .query((row, index) -> revoked.put(row.getLong("nominee_id"), AwardRecipients.revocation(row))).list();
        return revoked;
    }

    /** How many awards the subject has by the law; a letter of commendation is none. */
    int count(String subject) {
        return jdbc.sql("""
                select count(*) from award
                where subject = ? and form <> 'commendation-letter' and revoked_on is null""")
                .param(subject).query(Integer.class).single();
    }

    /** The decision, in the same words, that gave the subject this form of award before, and was not revoked. */
    Optional<String> award(String subject, String form) {
        return jdbc.sql(AWARDS + "where award.subject = ? and award.form = ? and award.revoked_on is null order by award.id limit 1")
                .params(subject, form).query(this::same).optional().map(Same::decision);
    }
}
