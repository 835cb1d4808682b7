package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;

/** What the form on the ministry's answer brings; number and day where it agreed. */
@FieldsOf({"model-recognition-record-ministry-result", "model-retirement-record-ministry-result"})
record MinistryAnswer(@NotNull(message = REQUIRED) Outcome outcome, String decisionNumber, LocalDate decidedOn) {

    /**
     * The ministry's decision; empty when it did not agree.
     *
     * @throws Refusal malformed, without number or day; rule broken, for a day to come
     */
    Optional<MinistryDecision> decision(LocalDate today) {
        if (outcome != Outcome.APPROVE) {
            return Optional.empty();
        }
        Needed.require("decisionNumber", decisionNumber);
        if (Needed.require("decidedOn", decidedOn).isAfter(today)) {
            throw Refusal.broken("decidedOn", "Ngày quyết định chưa tới");
        }
        return Optional.of(new MinistryDecision(decisionNumber, decidedOn));
    }
}
