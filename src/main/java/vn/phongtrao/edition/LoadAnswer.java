package vn.phongtrao.edition;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import vn.phongtrao.edition.Editions.Loaded;
import vn.phongtrao.refusal.StatusText;

/** How a load is answered over HTTP: with what it came to, or as a problem that has all findings. */
public final class LoadAnswer {

    private LoadAnswer() {
    }

    /** @param answer for a load without findings */
    public static ResponseEntity<Object> of(Loaded loaded, Object answer) {
        if (loaded.findings().isEmpty()) {
            return ResponseEntity.ok(answer);
        }
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY,
                "Tệp có %d lỗi, chưa thay đổi gì".formatted(loaded.findings().size()));
        problem.setTitle(StatusText.title(problem.getStatus()));
        problem.setProperty("findings", loaded.findings());
        return ResponseEntity.of(problem).build();
    }
}
