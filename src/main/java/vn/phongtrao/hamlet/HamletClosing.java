package vn.phongtrao.hamlet;

import java.time.LocalDate;

import vn.phongtrao.unit.Hamlet;

/**
 * A hamlet is about to be closed. Published within the transaction: a listener that throws a
 * {@link vn.phongtrao.refusal.Refusal} keeps it open.
 */
public record HamletClosing(Hamlet hamlet, LocalDate lastDay) {
}
