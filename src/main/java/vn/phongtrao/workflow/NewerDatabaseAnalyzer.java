package vn.phongtrao.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console that there is no way back but the backup. */
class NewerDatabaseAnalyzer extends AbstractFailureAnalyzer<NewerDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NewerDatabase cause) {
        return new FailureAnalysis(cause.getMessage() + ".", "Khởi động phiên bản mới hơn; muốn trở lại phiên bản này thì khôi phục bản sao lưu "
                + "đã lấy trước khi cập nhật.", cause);
    }
}
