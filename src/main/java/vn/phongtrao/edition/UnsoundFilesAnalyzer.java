package vn.phongtrao.edition;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the program does not start, instead of how it came to notice. */
class UnsoundFilesAnalyzer extends AbstractFailureAnalyzer<UnsoundFiles> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsoundFiles cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Sửa các tệp nêu trên, kiểm tra lại bằng lệnh \"%s\", rồi khởi động lại."
                        .formatted(cause.area().checkCommand()), cause);
    }
}
