package vn.phongtrao.workflow.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.refusal.Refusal;

/**
 * Looks into requests to the engine before it does: bodies beyond a size are refused, and so are variables that are
 * uploaded as files, texts with a NUL, which the database cannot take, fields that come twice, and query criteria that
 * carry an expression ({@code assigneeExpression} and their kind), which only stored filters may have.
 */
class BodyGuard extends OncePerRequestFilter {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    /** How the message of Jackson's exception begins, which has no type of its own. */
    private static final String DUPLICATE = "Duplicate field";
    private static final String EXPRESSION = "Expression";
    private static final Pattern VARIABLE = Pattern.compile("^variables/([^/]+)/value$");
    private static final Pattern UPLOADED_VARIABLE = Pattern.compile(".*/(variables|localVariables)/[^/]+/data/?");

    private final Set<String> harmless;
    private final ProblemWriter problems;

    /** @param harmless expressions that may be named all the same */
    BodyGuard(Set<String> harmless, ProblemWriter problems) {
        this.harmless = harmless;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (UPLOADED_VARIABLE.matcher(request.getRequestURI()).matches() && !"GET".equals(request.getMethod())) {
            problems.write(response, Refusal.forbidden("Biến không được là tệp hoặc đối tượng"));
        } else if (body.length > MOST_BYTES) {
            problems.write(response, Refusal.malformed("body", "Nội dung gửi lên quá lớn"));
        } else {
            var refusal = wrong(request).or(() -> wrong(body));
            if (refusal.isPresent()) {
                problems.write(response, refusal.get());
            } else {
                chain.doFilter(new Replayed(request, body), response);
            }
        }
    }

    private static Optional<Refusal> wrong(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            return Optional.of(unprintable("query"));
        }
        return request.getParameterMap().keySet().stream().filter(name -> name.endsWith(EXPRESSION)).findFirst()
                .map(name -> expression());
    }

    private Optional<Refusal> wrong(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().endsWith(EXPRESSION)
                        && !(parser.nextToken() == JsonToken.VALUE_STRING && harmless.contains(parser.getText()))
                        && parser.currentToken() != JsonToken.VALUE_NULL) {
                    return Optional.of(expression());
                }
                if ((parser.currentToken() == JsonToken.FIELD_NAME || parser.currentToken() == JsonToken.VALUE_STRING)
                        && parser.getText().indexOf('\0') >= 0) {
                    return Optional.of(unprintable(parser.currentToken() == JsonToken.FIELD_NAME ? "body"
                            : place(parser)));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            // whatever else is wrong the REST layer says better
            return broken.getOriginalMessage().startsWith(DUPLICATE)
                    ? Optional.of(Refusal.malformed("body", "Nội dung gửi lên có trường bị lặp lại"))
                    : Optional.empty();
        } catch (IOException noText) {
            return Optional.empty();
        }
    }

    /** Where a text stands: that of a variable by the variable's name, any other by its path. */
    private static String place(JsonParser parser) {
        var path = parser.getParsingContext().pathAsPointer().toString();
        return path.isEmpty() ? "body" : ProblemWriter.shorten(VARIABLE.matcher(path.substring(1)).replaceFirst("$1")
                .replace('/', '.'));
    }

    private static Refusal expression() {
        return Refusal.malformed("…" + EXPRESSION, "Không chấp nhận biểu thức trong truy vấn");
    }

    private static Refusal unprintable(String where) {
        return Refusal.malformed(where, "Có ký tự không in được");
    }

    /** The request with the body that has been read. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
