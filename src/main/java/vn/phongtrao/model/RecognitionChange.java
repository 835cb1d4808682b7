package vn.phongtrao.model;

import java.time.LocalDate;

import vn.phongtrao.text.Named;

/** What the proposing unit completes or supplements about a recognition; null leaves what was there. */
record RecognitionChange(@Named String name, LocalDate startedOn, Integer teams, String description, String results,
                         String planNumber, LocalDate planApprovedOn, String establishmentNumber,
                         LocalDate establishedOn, String reviewNumber, LocalDate reviewedOn) {
}
