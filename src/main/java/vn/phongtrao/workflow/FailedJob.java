package vn.phongtrao.workflow;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.core.NestedExceptionUtils;

import vn.phongtrao.refusal.Refusal;

/**
 * What happens to a job that has failed. Administrators read in Cockpit why it did and what helps, in Vietnamese; the
 * words of the program are in the stack trace, which opens from there.
 */
class FailedJob extends DefaultJobRetryCmd {

    private static final String AGAIN = "Sau đó tăng số lần thử lại để chạy tiếp.";
    /** Classes of SQL states: no connection, out of room or memory, stopped by an operator, fault of the system. */
    private static final Set<String> SERVER_TROUBLE = Set.of("08", "53", "57", "58");

    FailedJob(String job, Throwable failure) {
        super(job, failure);
    }

    @Override
    protected void logException(JobEntity job) {
        super.logException(job);
        if (exception != null) {
            job.setExceptionMessage(cause(exception));
        }
    }

    static String cause(Throwable failure) {
        var refusal = Refusal.in(failure);
        if (refusal.isPresent()) {
            return "Chưa đúng quy định: %s. Hãy khắc phục nguyên nhân này. %s"
                    .formatted(refusal.get().getMessage().replaceFirst("\\.$", ""), AGAIN);
        }
        if (has(failure, OptimisticLockingException.class::isInstance)) {
            return "Hồ sơ vừa có người khác thay đổi cùng lúc. Hãy tăng số lần thử lại để chạy lại.";
        }
        if (has(failure, FailedJob::isServerTrouble)) {
            return "Cơ sở dữ liệu không phục vụ được. Hãy kiểm tra máy chủ cơ sở dữ liệu: kết nối, bộ nhớ, dung lượng "
                    + "đĩa. "
                    + AGAIN;
        }
        if (has(failure, IOException.class::isInstance)) {
            return "Không gọi được một hệ thống khác, chẳng hạn Keycloak. Hãy kiểm tra hệ thống đó và đường truyền. "
                    + AGAIN;
        }
        return "Lỗi chương trình (%s). Hãy mở vết lỗi và gửi cho người bảo trì hệ thống. %s".formatted(
                NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName(), AGAIN);
    }

    private static boolean isServerTrouble(Throwable cause) {
        return cause instanceof SQLTransientException || cause instanceof SQLException database
                && database.getSQLState() != null && SERVER_TROUBLE.contains(database.getSQLState().substring(0, 2));
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(kind);
    }
}
