package vn.phongtrao.refusal;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** What this program needs and does not reach: no fault of its own, and nothing that whoever asks could do otherwise. */
public final class Outage {

    /** After how many seconds it is worth asking again. */
    public static final String RETRY_AFTER = "10";
    public static final String KEYCLOAK = "Keycloak (nơi quản lý tài khoản) không trả lời; hãy thử lại sau ít phút hoặc báo quản trị viên";
    public static final String DATABASE = "Cơ sở dữ liệu không trả lời; chưa chắc việc vừa gửi đã được ghi, hãy đợi ít phút, tải lại rồi xem"
            + " trước khi gửi lại";

    /** Connections that cannot be made or break (class 08), servers that stop or start (57P01 to 57P03), or have no connection left. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");
    private static final String CONNECTION_EXCEPTION = "08";
    /** What the pool says, without a state, of a connection that broke before: nothing can be rolled back on it. */
    private static final String CLOSED = "Connection is closed";

    private Outage() {
    }

    /** @return how it is said, unavailable; empty for whatever else failed */
    public static Optional<Refusal> in(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed && isAway(failed)) {
                return Optional.of(Refusal.unavailable(DATABASE));
            }
            if (cause instanceof ResourceAccessException || cause instanceof HttpServerErrorException) {
                return Optional.of(Refusal.unavailable(KEYCLOAK));
            }
        }
        return Optional.empty();
    }

    /** For the log: what failed at the bottom, without what was asked for. */
    public static String cause(Throwable thrown) {
        return NestedExceptionUtils.getMostSpecificCause(thrown).toString();
    }

    private static boolean isAway(SQLException failed) {
        var state = failed.getSQLState();
        return failed instanceof SQLTransientConnectionException || failed.getCause() instanceof ConnectException
                || state == null && CLOSED.equals(failed.getMessage())
                || state != null && (state.startsWith(CONNECTION_EXCEPTION) || AWAY.contains(state));
    }
}
