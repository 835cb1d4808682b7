package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.text.Wording;

/**
 * A level that a model has reached, with the decision that says so.
 *
 * @param when the day as officers write it
 */
record LevelHeld(String level, String levelName, String decisionNumber, LocalDate decidedOn, String when,
                 String authority) {

    /** Those of a model, the lowest first. */
    static List<LevelHeld> of(Model model) {
        return model.recognitions().stream().map(reached -> new LevelHeld(reached.level().id(), reached.level().label(),
                reached.decisionNumber(), reached.decidedOn(), Wording.day(reached.decidedOn()), reached.authority()))
                .toList();
    }
}
