package vn.phongtrao.model;

import java.time.LocalDate;

import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.text.Named;

/** What the proposing unit completes or supplements about a recognition; null leaves what was there. */
@FieldsOf({"model-recognition-complete-dossier", "model-recognition-supplement"})
record RecognitionChange(@Named String name, LocalDate startedOn, Integer teams, String description, String results,
                         String planNumber, LocalDate planApprovedOn, String establishmentNumber,
                         LocalDate establishedOn, String reviewNumber, LocalDate reviewedOn) {
}
