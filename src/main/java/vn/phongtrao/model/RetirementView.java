package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;

/**
 * A retirement as forms, papers and the register show it.
 *
 * @param homeName     where the model began
 * @param reached      the levels that have recognised the model
 * @param siteId       null where the model itself is retired
 * @param subjectName  what is retired, within a sentence
 * @param resultNumber of the ministry's answer; null until it is recorded
 */
@Fills("model-retirement")
record RetirementView(String modelId, String name, String group, String groupName, String homeName,
                      List<LevelHeld> reached, String siteId, String siteName, String subjectName, String reason,
                      String resultNumber, LocalDate resultDecidedOn) {
}
