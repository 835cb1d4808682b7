package vn.phongtrao.refusal.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import vn.phongtrao.refusal.RequestTrail;

/**
 * Reports errors that Tomcat answers itself: to people in a page, to programs as a problem detail. Public with a public
 * constructor, because Tomcat creates it by name.
 */
public class ProblemValve extends ErrorReportValve {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Encodings and versions of HTTP that there are not: no fault of the server. */
    private static final Set<Integer> NO_SUCH_HTTP = Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><title>%1$s</title></head>
            <body><main><h1>%1$s</h1><p>%2$s.</p></main></body></html>
            """;

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (NO_SUCH_HTTP.contains(response.getStatus())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = Problems.of(HttpStatusCode.valueOf(status));
        try {
            if (isFromABrowser(request)) {
                write(response, "text/html;charset=UTF-8", PAGE.formatted(problem.getTitle(), problem.getDetail()));
            } else {
                write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, JSON.writeValueAsString(Map.of("type",
                        problem.getType(), "title", problem.getTitle(), "status", status, "detail",
                        problem.getDetail(), RequestTrail.PROPERTY, RequestTrail.name().orElse(""))));
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // nobody is there to read it
        }
    }

    private static boolean isFromABrowser(Request request) {
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void write(Response response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
