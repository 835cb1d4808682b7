package vn.phongtrao.press;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers with a paper that the browser may show: it is printed by this program, and holds nothing that runs. What
 * people upload is only ever saved.
 */
public final class PaperAnswer {

    private PaperAnswer() {
    }

    /** Sends a paper under its own name. */
    public static void send(Papers.Printed printed, HttpServletResponse response) throws IOException {
        send(printed.fileName(), printed.pdf(), response);
    }

    /** @param fileName in ASCII */
    public static void send(String fileName, byte[] pdf, HttpServletResponse response) throws IOException {
        show(fileName, response);
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    /** Says of an answer that is still to be written that it is a paper. @param fileName in ASCII */
    public static void show(String fileName, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        // a browser's own viewer does not come up below a policy that forbids objects
        response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
    }
}
