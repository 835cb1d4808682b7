package vn.phongtrao.citizen;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the program does not start, instead of how it came to notice. */
class WrongCitizenKeyAnalyzer extends AbstractFailureAnalyzer<WrongCitizenKey> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongCitizenKey cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Đặt đúng khóa đang dùng với cơ sở dữ liệu này (hoặc trỏ đến đúng cơ sở dữ liệu), rồi khởi động lại.", cause);
    }
}
