package vn.phongtrao.commendation;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.phongtrao.unit.UnitPath;

/** Where awards are entered. */
@Repository
class AwardRepository {

    private final JdbcTemplate jdbc;

    AwardRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param awards all of one decision, without ids */
    void enter(List<Award> awards) {
        jdbc.batchUpdate("""
                insert into award (dossier_number, nominee_id, decision_id, decision_number, decided_on, unit_path, form, kind,
                                   name, subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to,
                                   coefficient, base_salary, bonus, gender, direct_worker, farmer, fund, fund_unit,
                                   posthumous, campaign)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                awards.stream().map(AwardRepository::row).toList());
    }

    private static Object[] row(Award award) {
        return new Object[] {award.dossierNumber().value(), award.nomineeId(), award.decisionId(), award.decisionNumber(),
                award.decidedOn(), award.unitPath().value(), award.form(), award.kind(), award.name(), award.subject(),
                award.achievement(), award.achievementKey(), award.achievementType(), award.achievedFrom(),
                award.achievedTo(), award.coefficient(), award.baseSalary(), award.bonus(), award.gender(),
                award.directWorker(), award.farmer(), award.fund(), path(award.fundUnit()), award.posthumous(),
                award.campaign()};
    }

    private static String path(UnitPath unit) {
        return unit == null ? null : unit.value();
    }
}
