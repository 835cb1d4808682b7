package vn.phongtrao.province;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the program does not start. */
class UnsoundProvincesAnalyzer extends AbstractFailureAnalyzer<UnsoundProvinces> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsoundProvinces cause) {
        return new FailureAnalysis("Dữ liệu của tỉnh có lỗi, chưa nạp dòng nào:\n\n" + cause.getMessage(),
                "Sửa các dòng trên trong thư mục PHONGTRAO_PROVINCES rồi khởi động lại.", cause);
    }
}
