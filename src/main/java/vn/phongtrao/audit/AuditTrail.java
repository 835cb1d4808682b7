package vn.phongtrao.audit;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Appends to the trail, within the transaction that runs where there is one. Steps of dossiers come there by themselves: the database tells them. */
@Service
public class AuditTrail {

    private static final String INTO = "insert into audit_event (at, account, unit_path, kind, act, dossier, subject, outcome, status, origin) ";
    private static final String VALUES = "?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?::integer, ?";
    /** A read is not kept waiting for the disk: with the database's machine it may be lost, not with a node or a process of the database. */
    private static final String SOON = "with soon as materialized (select set_config('synchronous_commit', 'off', true)) " + INTO + "select " + VALUES + " from soon";
    /** Only a transaction that writes has an id. */
    private static final String WITH_CHANGE = """
            with told as (%s select %s where pg_current_xact_id_if_assigned() is not null)
            select pg_current_xact_id_if_assigned() is not null""".formatted(INTO, VALUES);

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Keeps what somebody did.
     *
     * @param officer null for the program itself
     * @return number of the event
     */
    public long tell(Act act, Officer officer) {
        return jdbc.sql(INTO + "values (" + VALUES + ") returning id").params(values(act, officer)).query(Long.class).single();
    }

    /** Keeps what the officer is doing by the request that runs, with more than its address says. @return number of the event */
    public long tellRequest(Kind kind, String name, Identifiers identifiers, Officer officer) {
        var request = CurrentAct.request();
        var number = tell(new Act(kind, name, null, identifiers.text(), Outcome.DONE, null, request == null ? null : request.getRemoteAddr()), officer);
        CurrentAct.told();
        return number;
    }

    /** Likewise, without waiting for the disk. */
    void tellSoon(Act act, Officer officer) {
        jdbc.sql(SOON).params(values(act, officer)).update();
    }

    /** Keeps a change within its own transaction, if there was one. @return whether there was */
    boolean tellChange(Act act, Officer officer) {
        return jdbc.sql(WITH_CHANGE).params(values(act, officer)).query(Boolean.class).single();
    }

    private Object[] values(Act act, Officer officer) {
        return new Object[]{Timestamp.from(clock.instant()), officer == null ? null : officer.id(),
                officer == null ? null : officer.highest(units).map(UnitPath::value).orElse(null), act.kind().id(), act.name(), act.dossier(),
                act.subject(), act.outcome().id(), act.status(), act.origin()};
    }
}
