package vn.phongtrao.citizen;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

import java.sql.SQLException;

/**
 * Who writes and who seals anew take turns, while there are several keys: a step that holds a digest in its hands finds it in the tables until
 * it has ended, whichever module it belongs to. Steps do not wait for each other.
 */
@Component
class KeyTurn implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTurn.class);
    /** Of an advisory lock that nobody else takes. */
    private static final long LOCK = 0x63697469_7a656eL;
    /** Below the time after which PostgreSQL looks for deadlocks: it is never a step that has to give way. */
    private static final String PATIENCE = "200ms";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final CitizenKeys keys;
    private final JdbcClient jdbc;

    KeyTurn(CitizenKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /**
     * Nothing is thrown here, because the transaction has begun and nobody would end it: after a statement that failed PostgreSQL refuses
     * all others of the transaction.
     */
    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        if (failure != null || transaction.isReadOnly() || !keys.several()) {
            return;
        }
        try {
            jdbc.sql("select pg_advisory_xact_lock_shared(?)::text").param(LOCK).query(String.class).single();
        } catch (DataAccessException lost) {
            LOG.debug("The next statement of the transaction fails, too", lost);
        }
    }

    /**
     * Whoever waits for too long in this transaction gives up, so that those who came later do not wait behind; a node that vanishes in the
     * middle does not keep the others waiting.
     */
    static void impatient(JdbcClient jdbc) {
        jdbc.sql("set local lock_timeout = '%s'".formatted(PATIENCE)).update();
        jdbc.sql("set local idle_in_transaction_session_timeout = '5s'").update();
    }

    /**
     * Until the transaction ends nobody else has one that writes; {@linkplain #impatient impatient}.
     *
     * @throws DataAccessException where {@link #notYet} says whether it was not its turn
     */
    static void alone(JdbcClient jdbc) {
        impatient(jdbc);
        jdbc.sql("select pg_advisory_xact_lock(?)::text").param(LOCK).query(String.class).single();
    }

    /** Whether somebody else was at it. */
    static boolean notYet(DataAccessException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }
}
