package vn.phongtrao.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where the address is missing, instead of a stack trace. */
class NoPublicAddressAnalyzer extends AbstractFailureAnalyzer<NoPublicAddress> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoPublicAddress cause) {
        return new FailureAnalysis(cause.getMessage(), """
                Đặt PHONGTRAO_URL gồm giao thức, tên máy và cổng nếu cần, ví dụ https://phongtrao.example.vn, rồi khởi động lại.
                Set PHONGTRAO_URL to scheme, host and, where needed, port, for example https://phongtrao.example.vn, and start again.""",
                failure);
    }
}
