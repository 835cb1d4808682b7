package vn.phongtrao.workflow;

import java.sql.SQLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console that somebody with more rights has to change the database before this version starts. */
class NotMigratedAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        if (!INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
            return null;
        }
        return new FailureAnalysis("Cơ sở dữ liệu chưa được nâng cấp cho phiên bản này, và tài khoản của ứng dụng không được thay đổi bảng ("
                + cause.getMessage() + ").", "Chạy java -jar phongtrao.jar migrate bằng tài khoản chủ cơ sở dữ liệu, rồi khởi động lại.", cause);
    }
}
