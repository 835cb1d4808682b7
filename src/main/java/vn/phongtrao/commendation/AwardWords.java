package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Certificates;
import vn.phongtrao.decision.CertificatesReissued;
import vn.phongtrao.decision.Correction;
import vn.phongtrao.decision.Correction.Words;
import vn.phongtrao.decision.DecisionCorrected;
import vn.phongtrao.decision.Replacement;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.UnitPath;

/**
 * Puts the words of awards right, and gives their certificates again. Who was awarded with what stays: people are known by
 * their citizen number. Households and collectives are known by their name, so by the right one from then on.
 */
@Component
@Transactional
class AwardWords {

    private final JdbcClient jdbc;
    private final Certificates certificates;
    private final Blanks blanks;
    private final Earlier earlier;
    private final Proposals proposals;
    private final Dossiers dossiers;

    AwardWords(JdbcClient jdbc, Certificates certificates, Blanks blanks, Earlier earlier, Proposals proposals,
               Dossiers dossiers) {
        this.jdbc = jdbc;
        this.certificates = certificates;
        this.blanks = blanks;
        this.earlier = earlier;
        this.proposals = proposals;
        this.dossiers = dossiers;
    }

    /** An award as it is now. */
    private record Now(long id, long nomineeId, String kind, UnitPath unitPath, String name, String hamlet, String subject,
                       String achievement, boolean revoked, String code, Long decisionId, int print) {

        /** Who is meant, by the right words; null where its words stay. */
        String subject(Words right) {
            if (right == null) {
                return subject;
            }
            var household = Kind.of(kind) != Kind.INDIVIDUAL && (right.name() != null || right.hamlet() != null);
            return household ? Proposals.group(Kind.of(kind), unitPath, right.hamlet() == null ? hamlet : right.hamlet(),
                    right.name() == null ? name : right.name()) : subject;
        }
    }

    /** @throws Refusal rule broken, where the right words make it the same as what was awarded elsewhere */
    void require(DossierNumber dossierNumber, Correction correction) {
        var words = byId(correction);
        var awards = awards(dossierNumber);
        if (awards.isEmpty()) {
            return;
        }
        var commendation = proposals.require(dossierNumber).worded(correction.achievement());
        earlier.lock(awards.stream().map(award -> award.subject(words.get(award.id()))).toList());
        Set<String> subjects = new HashSet<>();
        for (var award : awards) {
            var subject = award.subject(words.get(award.id()));
            if (!subjects.add(subject)) {
                throw Refusal.broken("corrections", "%s: tên đúng trùng với đối tượng khác của cùng quyết định"
                        .formatted(award.name()));
            }
            if (correction.achievement() != null || !subject.equals(award.subject())) {
                earlier.awardFor(subject, commendation).ifPresent(number -> {
                    throw Refusal.broken(correction.achievement() == null ? "corrections" : "achievement",
                            "%s: theo nội dung đính chính, thành tích này đã được khen thưởng tại Quyết định số %s"
                                    .formatted(award.name(), number), "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2");
                });
            }
        }
    }

    @EventListener
    void correct(DecisionCorrected corrected) {
        var number = corrected.dossierNumber();
        var awards = awards(number);
        if (awards.isEmpty()) {
            return;
        }
        replace(number, awards, corrected.recipients(), corrected.by());
        var words = byId(corrected.wording());
        awards.stream().filter(award -> words.containsKey(award.id()))
                .forEach(award -> correct(award, words.get(award.id())));
        var achievement = corrected.wording().achievement();
        if (achievement != null) {
            jdbc.sql("update commendation set achievement = ? where dossier_number = ?")
                    .params(achievement, number.value()).update();
            jdbc.sql("update award set achievement = ?, achievement_key = ? where dossier_number = ? and revoked_on is null")
                    .params(achievement, PlainText.comparable(achievement), number.value()).update();
        }
        jdbc.sql("""
                        update award set corrected_on = :on, corrected_by = :by, correction_id = :id
                        where id = any(:awards)""")
                .param("on", corrected.by().on()).param("by", corrected.by().number())
                .param("id", corrected.by().decisionId())
                .param("awards", corrected.recipients().toArray(Long[]::new)).update();
        findAnew(number, awards);
    }

    private void correct(Now award, Words right) {
        var subject = award.subject(right);
        jdbc.sql("""
                        update nominee set name = coalesce(:name, name), birth_year = coalesce(:year, birth_year),
                               occupation = coalesce(:occupation, occupation), hamlet = coalesce(:hamlet, hamlet),
                               subject = :subject
                        where id = :id""")
                .param("name", right.name()).param("year", right.birthYear()).param("occupation", right.occupation())
                .param("hamlet", right.hamlet()).param("subject", subject).param("id", award.nomineeId()).update();
        jdbc.sql("update award set name = coalesce(:name, name), subject = :subject where id = :id")
                .param("name", right.name()).param("subject", subject).param("id", award.id()).update();
    }

    /** A dossier is found by what it had been called, too. */
    private void findAnew(DossierNumber number, List<Now> before) {
        var now = awards(number);
        dossiers.foundBy(number, Stream.concat(
                jdbc.sql("select recipient from replaced_certificate where dossier_number = ? order by recipient_id, print")
                        .param(number.value()).query(String.class).list().stream(),
                Stream.concat(before.stream(), now.stream()).flatMap(one -> Stream.of(one.achievement(), one.name())))
                .distinct().toList());
        dossiers.rename(number, dossiers.require(number).title().replace(before.get(0).achievement(),
                now.get(0).achievement()).replace(before.get(0).name(), now.get(0).name()));
    }

    @EventListener
    void giveAgain(CertificatesReissued again) {
        replace(again.dossierNumber(), awards(again.dossierNumber()), again.recipients(), again.by());
    }

    /** @throws Refusal conflict, when one of them was revoked in the meantime */
    private void replace(DossierNumber number, List<Now> awards, Collection<Long> whose, Replacement by) {
        awards.stream().filter(award -> whose.contains(award.id())).forEach(award -> {
            if (award.revoked()) {
                throw Refusal.conflict("Khen thưởng đã bị hủy bỏ");
            }
            certificates.replace(new Certificates.Former(award.code(), award.decisionId(), number, award.id(), award.name(),
                    award.print()), by);
            blanks.replace(award.id(), by);
            jdbc.sql("update award set code = verification_code(), print = print + 1, printed_on = ? where id = ?")
                    .params(by.on(), award.id()).update();
        });
    }

    /** Locked: who revokes one meanwhile waits. */
    private List<Now> awards(DossierNumber number) {
        return jdbc.sql("""
                        select award.*, nominee.hamlet from award join nominee on nominee.id = award.nominee_id
                        where award.dossier_number = ? order by award.id for update of award""")
                .param(number.value()).query(AwardWords::now).list();
    }

    private static Now now(ResultSet row, int index) throws SQLException {
        return new Now(row.getLong("id"), row.getLong("nominee_id"), row.getString("kind"),
                UnitPath.of(row.getString("unit_path")), row.getString("name"), row.getString("hamlet"),
                row.getString("subject"), row.getString("achievement"), row.getObject("revoked_on") != null,
                row.getString("code"), row.getObject("decision_id", Long.class), row.getInt("print"));
    }

    private static Map<Long, Words> byId(Correction correction) {
        return correction.recipients().stream().collect(Collectors.toMap(Words::id, words -> words));
    }

    /**
     * What became of the certificate of an award.
     *
     * @param print       which one counts, from 1
     * @param printedOn   null for the first
     * @param formerNames as earlier prints name the recipient, where the name was put right; empty elsewhere
     * @param correctedBy number of the decision that put words right; null where none did
     */
    record Print(int print, LocalDate printedOn, String formerNames, LocalDate correctedOn, String correctedBy) {
    }

    /** Those of a dossier that are not the first, by nominee. An open dossier has none. */
    Map<Long, Print> printedAgain(Dossier dossier) {
        Map<Long, Print> prints = new HashMap<>();
        if (dossier.closedAt() != null) {
            jdbc.sql("""
                            select award.*, coalesce((select string_agg(distinct old.recipient, '; ')
                                from replaced_certificate old where old.recipient_id = award.id
                                  and old.dossier_number = award.dossier_number and old.recipient <> award.name), '')
                                as former_names
                            from award where dossier_number = ? and print > 1""")
                    .param(dossier.number().value())
                    .query(row -> {
                        prints.put(row.getLong("nominee_id"), new Print(row.getInt("print"),
                                row.getObject("printed_on", LocalDate.class), row.getString("former_names"),
                                row.getObject("corrected_on", LocalDate.class), row.getString("corrected_by")));
                    });
        }
        return prints;
    }
}
