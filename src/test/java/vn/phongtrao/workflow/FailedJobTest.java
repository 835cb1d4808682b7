package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.ForeignWords;
import vn.phongtrao.refusal.Refusal;

class FailedJobTest {

    @ParameterizedTest
    @MethodSource
    void itsCauseIsSaidInVietnameseWithWhatHelps(Throwable failure, String said) {
        var cause = FailedJob.cause(new ProcessEngineException("The engine's words", failure));

        assertThat(cause).contains(said, "tăng số lần thử lại").doesNotContain("words").doesNotContain("..");
        assertThat(ForeignWords.in(cause)).isSubsetOf(failure.getClass().getSimpleName());
    }

    static Stream<Arguments> itsCauseIsSaidInVietnameseWithWhatHelps() {
        return Stream.of(
                Arguments.of(Refusal.broken(null, "Chưa có tỷ lệ phiếu cho hình thức này."), "Chưa có tỷ lệ phiếu"),
                Arguments.of(new OptimisticLockingException("words"), "người khác thay đổi cùng lúc"),
                Arguments.of(new SQLException("words", "53100"), "dung lượng đĩa"),
                Arguments.of(new SQLTransientConnectionException("words"), "Cơ sở dữ liệu"),
                Arguments.of(new SQLException("words", "23505"), "Lỗi chương trình (SQLException)"),
                Arguments.of(new ConnectException("words"), "Keycloak"),
                Arguments.of(new IllegalStateException("words"), "Lỗi chương trình (IllegalStateException)"));
    }
}
