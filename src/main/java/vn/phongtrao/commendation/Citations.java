package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.States;
import vn.phongtrao.commendation.Citation.Recipient;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.text.Wording;

/** Commendations as papers need them. Whether the officer may see them is for the caller to ask. */
@Service
@Transactional(readOnly = true)
class Citations {

    private final Proposals proposals;
    private final ThematicAwards thematic;
    private final JdbcClient jdbc;

    Citations(Proposals proposals, ThematicAwards thematic, JdbcClient jdbc) {
        this.proposals = proposals;
        this.thematic = thematic;
        this.jdbc = jdbc;
    }

    Citation of(Dossier dossier) {
        var commendation = proposals.require(dossier.number());
        return new Citation(commendation.awardForm(), AwardForm.title(commendation.awardForm()),
                AwardForm.name(commendation.awardForm()),
                dossier.jurisdiction().higherAuthority(), AwardForm.typeName(commendation.achievementType()),
                commendation.achievement(), commendation.achievedFrom(), commendation.achievedTo(),
                jdbc.sql("""
                        select n.kind, n.name, n.gender, n.birth_year, n.nationality, n.occupation, n.hamlet, n.posthumous,
                               a.decision_id, a.bonus, a.code, a.revoked_on, a.revoked_by, a.revocation_id,
                               coalesce(a.print, 1) as print, a.printed_on, a.corrected_on, a.corrected_by
                        from nominee n left join award a on a.nominee_id = n.id
                        where n.dossier_number = :number and n.result <> :struck order by n.id""")
                        .param("number", dossier.number().value()).param("struck", Nominee.STRUCK)
                        .query(Citations::recipient).list(), thematic.campaign(commendation));
    }

    private static Recipient recipient(ResultSet row, int index) throws SQLException {
        return new Recipient(row.getString("kind"), Kind.of(row.getString("kind")).label(), row.getString("name"),
                row.getString("gender"), row.getObject("birth_year", Integer.class),
                States.foreign(row.getString("nationality")).orElse(null), row.getString("occupation"),
                row.getString("hamlet"),
                row.getObject("decision_id", Long.class), row.getLong("bonus"), row.getString("code"),
                AwardRecipients.revocation(row), row.getBoolean("posthumous"), row.getInt("print"), given(row));
    }

    /** What a certificate says of how it came to be, when it is not the first. */
    private static String given(ResultSet row) throws SQLException {
        var on = row.getObject("printed_on", LocalDate.class);
        var corrected = row.getString("corrected_by");
        return on == null ? null : Stream.of("Bản cấp lại, " + Wording.date(on), corrected == null ? ""
                        : "đính chính theo Quyết định số %s, %s".formatted(corrected,
                                Wording.date(row.getObject("corrected_on", LocalDate.class))))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
