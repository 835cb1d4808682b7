package vn.phongtrao.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.refusal.Refusal;

class FewFilesTest {

    private final FewFiles files = new FewFiles(Duration.ZERO);

    public void load(MultipartFile file) {
    }

    public void list(String filter) {
    }

    @Test
    void whoComesWhileAFewAreEnteredIsAskedToComeAgainAndOthersGoOn() throws Exception {
        var load = new HandlerMethod(this, "load", MultipartFile.class);
        var list = new HandlerMethod(this, "list", String.class);
        for (int i = 0; i < FewFiles.AT_ONCE; i++) {
            assertThat(files.preHandle(null, null, load)).isTrue();
        }

        assertThatThrownBy(() -> files.preHandle(null, null, load)).isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(files.preHandle(null, null, list)).isTrue();
        files.afterCompletion(null, null, list, null);
        assertThatThrownBy(() -> files.preHandle(null, null, load)).isInstanceOf(Refusal.class);

        files.afterCompletion(null, null, load, null);
        assertThat(files.preHandle(null, null, load)).isTrue();
    }
}
