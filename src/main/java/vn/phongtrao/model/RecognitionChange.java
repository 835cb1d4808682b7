package vn.phongtrao.model;

import java.time.LocalDate;

/** What the proposing unit completes or supplements about a recognition; null leaves what was there. */
record RecognitionChange(String name, LocalDate startedOn, Integer teams, String description, String results,
                         String planNumber, LocalDate planApprovedOn, String establishmentNumber,
                         LocalDate establishedOn, String reviewNumber, LocalDate reviewedOn) {
}
