package vn.phongtrao.revocation;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;
import vn.phongtrao.revocation.CorrectionFields.Row;
import vn.phongtrao.revocation.CorrectionFields.Wording;

/**
 * A correction as forms, papers and the register show it.
 *
 * @param decisionId       null where a higher authority had decided
 * @param forwardedDossier null elsewhere
 * @param decisionNumber   of the decision whose words are put right
 * @param authorityName    who had decided
 * @param decidedDossier   the dossier that was decided on
 * @param what             what the decision had given, for example {@code Giấy khen của …}
 * @param awards           those whom it recognised, to choose from while the dossier is open
 * @param corrections      the lines of recipients as the form has them
 * @param achievement      the right words; null where they stay
 * @param wordings         the lines of the decision's own words, as the form has them
 * @param lines            all that is put right
 * @param certificates     whether certificates say it, too, and so are replaced
 * @param resultNumber     of the higher authority's answer; null until it is recorded
 * @param correctedOn      null until it is corrected
 */
@Fills("decision-correction")
record CorrectionView(String decisionId, String forwardedDossier, String decisionNumber, LocalDate decidedOn,
                      String authorityName, String decidedDossier, String what, List<DecidedAwards.AwardOption> awards,
                      List<Row> corrections, String achievement, List<Wording> wordings, List<Line> lines,
                      boolean certificates, String reason, String resultNumber, LocalDate resultDecidedOn,
                      LocalDate correctedOn, String correctedBy) {

    /**
     * Words that are put right.
     *
     * @param whose empty for words of the decision itself
     * @param where what of it, or where in the decision
     */
    record Line(String whose, String field, String where, String was, String becomes) {
    }
}
