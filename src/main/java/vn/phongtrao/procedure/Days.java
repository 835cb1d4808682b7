package vn.phongtrao.procedure;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days that the law lets a rule go by. Which of them a table goes by is its own matter: its date column is named
 * for it.
 *
 * @param receivedOn when the dossier was opened
 * @param decidedOn  when it is decided on: today, while it is not
 * @param today      when it is asked: a route is planned, a task is given, a dossier returned
 */
public record Days(LocalDate receivedOn, LocalDate decidedOn, LocalDate today) {

    /** What the date columns of tables ask for. */
    public static final Set<String> NAMES = Arrays.stream(Days.class.getRecordComponents())
            .map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());

    /** All on one day. */
    public static Days on(LocalDate day) {
        return new Days(day, day, day);
    }

    public Days decided(LocalDate day) {
        return new Days(receivedOn, day, today);
    }
}
