package vn.phongtrao.commendation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.PersonSought;
import vn.phongtrao.dossier.PersonalRecord;
import vn.phongtrao.dossier.PersonalRecords;
import vn.phongtrao.dossier.PersonalRows;

/** For what somebody was proposed, and what somebody was given. */
@Component
class PersonalCommendations implements PersonalRecords {

    private static final String PROPOSED = """
            select dossier_number, name, gender, birth_year, document as "person-document", citizen_mask as number, nationality, hamlet, occupation, direct_worker,
                   farmer, posthumous, receiver, award_form as "award-form", achievement, summary, service_earlier_months,
                   service_earlier_special_months, service_post_months, result as "nominee-result", result_reason
            from nominee join commendation using (dossier_number) where citizen_digest = any(:persons) order by id""";
    private static final String GIVEN = """
            select award.dossier_number, award.name, award.gender, form as "award-form", award.achievement, award.achieved_from, award.achieved_to,
                   award.decision_number, award.decided_on, award.bonus, paid_on, handed_on, received_by, revoked_on, revoked_by
            from award join nominee on nominee.id = nominee_id
                 left join award_payment payment on payment.award_id = award.id and payment.undone_at is null
                 left join certificate_handover handover on handover.award_id = award.id and handover.undone_at is null
            where citizen_digest = any(:persons) order by award.id""";

    private final JdbcClient jdbc;

    PersonalCommendations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("nominee");
    }

    @Override
    public List<PersonalRecord> of(PersonSought person) {
        return Stream.of(PersonalRows.read(jdbc, "nominee", PROPOSED, person), PersonalRows.read(jdbc, "award", GIVEN, person))
                .flatMap(List::stream).toList();
    }
}
