package vn.phongtrao.turn;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets those who may enter the same thing come one after the other, so that each sees what the last has entered. */
public final class Turn {

    private Turn() {
    }

    /**
     * Waits for the transactions that have taken the same turn, and keeps others waiting until this one has ended.
     *
     * @param matter what is entered, for example {@code model:95/954/31813}
     */
    public static void take(JdbcClient jdbc, String matter) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param(matter).query(String.class)
                .single();
    }
}
