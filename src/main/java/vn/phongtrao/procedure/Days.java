package vn.phongtrao.procedure;

import java.time.LocalDate;

/**
 * The days that the law lets a rule go by. Which of them a table goes by is its own matter: its date column is named for it.
 *
 * @param receivedOn when the dossier was opened
 * @param decidedOn  when it is decided on: today, while it is not
 * @param achievedOn when the achievement ended, or what else a dossier is about; the day of receipt where nothing else is known
 * @param today      when it is asked: a route is planned, a task is given, a dossier returned
 */
public record Days(LocalDate receivedOn, LocalDate decidedOn, LocalDate achievedOn, LocalDate today) {

    /** All on one day. */
    public static Days on(LocalDate day) {
        return new Days(day, day, day, day);
    }

    public Days achieved(LocalDate day) {
        return new Days(receivedOn, decidedOn, day, today);
    }

    public Days decided(LocalDate day) {
        return new Days(receivedOn, day, achievedOn, today);
    }
}
