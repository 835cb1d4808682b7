package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Revocation;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.turn.Turn;

/**
 * Awards that stand in the way of another one. One achievement is not awarded twice, at any level (Luật Thi đua, khen
 * thưởng 2022, Điều 5.2); some awards are given once in a life (Thông tư 20/2025/TT-BCA).
 */
@Component
class Earlier {

    /** As refusals name it. */
    private static final String NUMBER = """
            case when revoked_on is null then decision_number
                 else concat(decision_number, ' (đã bị hủy bỏ', ' theo Quyết định số ' || revoked_by, ')') end""";

    private final JdbcClient jdbc;
    private final AwardForms forms;
    private final Clock clock;

    Earlier(JdbcClient jdbc, AwardForms forms, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    /** An award for what is the same. @param number of the decision, as refusals name it */
    private record Same(String form, String number) {
    }

    /** Keeps other transactions from judging the same subjects until this one has ended. */
    void lock(Collection<String> subjects) {
        subjects.stream().sorted().distinct().forEach(subject -> Turn.take(jdbc, subject));
    }

    /**
     * The number of the decision that already awarded this achievement to the subject. It is asked of what somebody has
     * just sent, too: days that are no period are let be. One that was revoked stands in the way of the same achievement
     * alone, and no more of all the regular work of its period. An emulation title and a form of commendation do not stand in
     * each other's way; what its own dossier gave stands in none.
     */
    Optional<String> awardFor(String subject, Commendation commendation) {
        var days = Days.on(LocalDate.now(clock));
        return jdbc.sql("""
                select form, %s as number from award
                where subject = :subject and dossier_number is distinct from :dossier::text
                  and achieved_from <= :to and achieved_to >= :from
                  and (achievement_key = :key
                       or achievement_type = 'regular' and :type = 'regular'
                          and achieved_from = :from and achieved_to = :to and revoked_on is null)
                order by id""".formatted(NUMBER))
                .param("subject", subject).param("dossier", Optional.ofNullable(commendation.dossierNumber())
                        .map(DossierNumber::value).orElse(null)).param("key", commendation.achievementKey())
                .param("type", commendation.achievementType())
                .param("from", commendation.achievedFrom()).param("to", commendation.achievedTo())
                .query((row, index) -> new Same(row.getString("form"), row.getString("number"))).list().stream()
                .filter(same -> forms.isTitle(same.form(), days)
                        == forms.isTitle(commendation.awardForm(), days)).map(Same::number).findFirst();
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

    /** The number of the decision that gave the subject this form of award before, and was not revoked. */
    Optional<String> award(String subject, String form) {
        return jdbc.sql("""
                select decision_number from award where subject = ? and form = ? and revoked_on is null
                order by id limit 1""")
                .params(subject, form).query(String.class).optional();
    }
}
