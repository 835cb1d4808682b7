package vn.phongtrao.procedure;

import java.time.LocalDate;

/**
 * The days that the law lets a rule go by. Which of them a table goes by is its own matter: its date column is named
 * for it.
 *
 * @param receivedOn when the dossier was opened
 * @param decidedOn  when it is decided on: today, while it is not
 * @param today      when it is asked: a route is planned, a task is given, a dossier returned
 */
public record Days(LocalDate receivedOn, LocalDate decidedOn, LocalDate today) {

    /** All on one day. */
    public static Days on(LocalDate day) {
        return new Days(day, day, day);
    }

    public Days decided(LocalDate day) {
        return new Days(receivedOn, day, today);
    }
}
