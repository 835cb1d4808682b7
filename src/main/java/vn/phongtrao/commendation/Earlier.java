package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.turn.Turn;

/**
 * Awards that stand in the way of another one. One achievement is not awarded twice, at any level (Luật Thi đua, khen
 * thưởng 2022, Điều 5.2); some awards are given once in a life (Thông tư 20/2025/TT-BCA).
 */
@Component
class Earlier {

    private final JdbcClient jdbc;

    Earlier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other transactions from judging the same subjects until this one has ended. */
    void lock(Collection<String> subjects) {
        subjects.stream().sorted().distinct().forEach(subject -> Turn.take(jdbc, subject));
    }

    /** The number of the decision that already awarded this achievement to the subject. */
    Optional<String> awardFor(String subject, Commendation commendation) {
        return jdbc.sql("""
                select decision_number from award
                where subject = :subject
                  and daterange(achieved_from, achieved_to, '[]') && daterange(:from, :to, '[]')
                  and (achievement_key = :key
                       or achievement_type = 'regular' and :type = 'regular'
                          and achieved_from = :from and achieved_to = :to)
                order by id limit 1""")
                .param("subject", subject).param("key", commendation.achievementKey())
                .param("type", commendation.achievementType())
                .param("from", commendation.achievedFrom()).param("to", commendation.achievedTo())
                .query(String.class).optional();
    }

    /** What the nominees of a dossier have been awarded by other dossiers, the latest first; nominees by name. */
    List<Honour> of(DossierNumber dossierNumber) {
        return jdbc.sql("""
                select nominee.name, award.form, award.achievement, award.decision_number, award.decided_on
                from nominee join award on award.subject = nominee.subject
                where nominee.dossier_number = :dossier and award.dossier_number <> :dossier
                order by nominee.id, award.decided_on desc, award.id""")
                .param("dossier", dossierNumber.value())
                .query((row, index) -> new Honour(row.getString("name"), AwardForm.name(row.getString("form")),
                        row.getString("achievement"), row.getString("decision_number"),
                        row.getObject("decided_on", LocalDate.class))).list();
    }

    /** The number of the decision that gave the subject this form of award before. */
    Optional<String> award(String subject, String form) {
        return jdbc.sql("select decision_number from award where subject = ? and form = ? order by id limit 1")
                .params(subject, form).query(String.class).optional();
    }
}
