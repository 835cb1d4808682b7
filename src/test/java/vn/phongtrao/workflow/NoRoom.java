package vn.phongtrao.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that has no room for the decisions of a council, as when its disk is full. */
public final class NoRoom {

    private NoRoom() {
    }

    public static void during(JdbcClient database, Runnable tries) {
        database.sql("create function no_room() returns trigger language plpgsql as "
                + "$$ begin raise exception 'no room' using errcode = '53100'; end $$").update();
        database.sql("create trigger no_room before insert or update on decision_series "
                + "for each row execute function no_room()").update();
        try {
            tries.run();
        } finally {
            database.sql("drop function no_room cascade").update();
        }
    }
}
