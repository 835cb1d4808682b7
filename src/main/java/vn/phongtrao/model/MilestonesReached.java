package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The papers that a model has behind it, as its unit states them; null where there is none yet. */
record MilestonesReached(String planNumber, LocalDate planApprovedOn, String establishmentNumber,
                         LocalDate establishedOn, String reviewNumber, LocalDate reviewedOn) {

    static final MilestonesReached NONE = new MilestonesReached(null, null, null, null, null, null);

    /** @param number of the paper; null where it is not stated @param on null while it is not reached */
    record Reached(Milestone milestone, String number, LocalDate on) {
    }

    Reached at(Milestone milestone) {
        return switch (milestone) {
            case SURVEY_PLAN -> new Reached(milestone, planNumber, planApprovedOn);
            case ESTABLISHMENT -> new Reached(milestone, establishmentNumber, establishedOn);
            case FIRST_REVIEW -> new Reached(milestone, reviewNumber, reviewedOn);
        };
    }

    List<Reached> all() {
        return Arrays.stream(Milestone.values()).map(this::at).toList();
    }
}
