package vn.phongtrao.press.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import vn.phongtrao.press.Papers;

/**
 * Answers with a paper that the browser may show: it is printed by this program, and holds nothing that runs. What
 * people upload is only ever saved.
 */
final class PaperAnswer {

    private PaperAnswer() {
    }

    static void send(Papers.Printed printed, HttpServletResponse response) throws IOException {
        show(printed.fileName(), response);
        response.setContentLength(printed.pdf().length);
        response.getOutputStream().write(printed.pdf());
    }

    static void show(String fileName, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        // a browser's own viewer does not come up below a policy that forbids objects
        response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
    }
}
