package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/**
 * A recognition as forms, papers and the register show it.
 *
 * @param modelId        null for a new model until it is recognised
 * @param hamlet         code; null for the whole unit
 * @param gradeName      the last appraiser's; null while there is none
 * @param reached        the levels that have recognised the model already
 * @param resultNumber   of the ministry's decision; null until it is recorded
 */
@Fills("model-recognition")
record RecognitionView(String modelId, String name, String group, String groupName, String level, String levelName,
                       String hamlet, String place, LocalDate startedOn, int teams, String description, String results,
                       String planNumber, LocalDate planApprovedOn, String establishmentNumber, LocalDate establishedOn,
                       String reviewNumber, LocalDate reviewedOn, List<MilestoneLine> milestones,
                       List<AppraisalLine> appraisals, String gradeName, List<LevelHeld> reached, String resultNumber,
                       LocalDate resultDecidedOn) {

    /** @param when as officers write it; empty while it is not reached */
    record MilestoneLine(String milestone, String milestoneName, String number, String when) {

        static MilestoneLine of(MilestonesReached.Reached reached) {
            return new MilestoneLine(reached.milestone().id(), reached.milestone().label(), reached.number(),
                    Wording.day(reached.on()));
        }
    }

    /** A grade that a unit's appraiser gave. */
    record AppraisalLine(String unitName, String grade, String gradeName) {
    }
}
