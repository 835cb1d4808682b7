package vn.phongtrao.workflow.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.refusal.Refusal;

/**
 * Looks into requests to the engine before it does: bodies beyond a size or a depth are refused, and so are texts with a NUL,
 * which the database cannot take, fields that come twice, query criteria that carry an expression
 * ({@code assigneeExpression} and their kind), which only stored filters may have, and headers that it cannot read.
 */
class BodyGuard extends OncePerRequestFilter {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** Attribute of the request that holds its body as a {@link JsonNode}; absent where it is no JSON. */
    static final String BODY = BodyGuard.class.getName() + ".body";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    /** How the message of Jackson's exception begins, which has no type of its own. */
    private static final String DUPLICATE = "Duplicate field";
    private static final String EXPRESSION = "Expression";
    private static final Pattern VARIABLE = Pattern.compile("^variables\\.([^.]+)\\.value$");
    /** Where the form says what each variable may be. */
    private static final Pattern SUBMISSION = Pattern.compile(".*/(complete|submit-form|start)/?");
    /** Headers that the REST layer takes for its own fault where it cannot read them. */
    private static final List<String> ACCEPTED = List.of("Accept-Encoding", "Accept-Language", "Accept-Charset");
    private static final String ONE = "\\s*+[\\w*.-]++(\\s*+;\\s*+q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?))?\\s*+";
    private static final Pattern WANTED = Pattern.compile("\\s*|%1$s(,%1$s)*".formatted(ONE));

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
        if (body.length > MOST_BYTES) {
            problems.write(response, Refusal.malformed("body", "Nội dung gửi lên quá lớn"));
        } else {
            var json = Optional.<JsonNode>empty();
            try {
                check(request);
                json = read(body);
                json.ifPresent(one -> check(one, ""));
                if (!SUBMISSION.matcher(request.getRequestURI()).matches()) {
                    json.ifPresent(BodyGuard::checkVariables);
                }
            } catch (Refusal refusal) {
                problems.write(response, refusal);
                return;
            }
            json.ifPresent(one -> {
                request.setAttribute(BODY, one);
                BodyKeys.tell(one);
            });
            chain.doFilter(new Replayed(request, body), response);
        }
    }

    private static void check(HttpServletRequest request) {
        for (var header : ACCEPTED) {
            var wanted = request.getHeader(header);
            if (wanted != null && !WANTED.matcher(wanted).matches()) {
                throw Refusal.malformed(header, "Không đọc được");
            }
        }
        if (!readable(request.getContentType())) {
            throw Refusal.malformed("Content-Type", "Không đọc được");
        }
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw unprintable("query");
        }
        if (request.getParameterMap().keySet().stream().anyMatch(name -> name.endsWith(EXPRESSION))) {
            throw expression();
        }
    }

    /** @param type of the body, whose charset may be one that there is not; null for none */
    private static boolean readable(String type) {
        try {
            return type == null || type.isBlank() || MimeTypeUtils.parseMimeType(type) != null;
        } catch (InvalidMimeTypeException unreadable) {
            return false;
        }
    }

    /** The engine would keep what is no plain value as an object of Java, and could not read it again. */
    private static void checkVariables(JsonNode json) {
        if (json.findValues("value").stream().anyMatch(JsonNode::isContainerNode)) {
            throw Refusal.malformed("value", "Biến không được là tệp hoặc đối tượng");
        }
    }

    /** The body as JSON, read this once; empty where it is none, which the REST layer says better. */
    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JsonProcessingException broken) {
            if (broken.getOriginalMessage().startsWith(DUPLICATE)) {
                throw Refusal.malformed("body", "Nội dung gửi lên có trường bị lặp lại");
            }
            if (broken instanceof StreamConstraintsException) {
                throw Refusal.malformed("body", "Nội dung gửi lên lồng nhau quá sâu, hoặc có số, tên trường quá dài");
            }
            return Optional.empty();
        } catch (IOException noText) {
            return Optional.empty();
        }
    }

    /** @param path of the node, for example {@code variables.achievement.value} */
    private void check(JsonNode node, String path) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> check(field.getKey(), field.getValue(), path));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), inside(path, Integer.toString(i)));
            }
        } else if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw unprintable(path.isEmpty() ? "body"
                    : ProblemWriter.shorten(VARIABLE.matcher(path).replaceFirst("$1")));
        }
    }

    private void check(String name, JsonNode value, String path) {
        if (name.indexOf('\0') >= 0) {
            throw unprintable("body");
        }
        if (name.endsWith(EXPRESSION) && !value.isNull() && !(value.isTextual() && harmless.contains(value.textValue()))) {
            throw expression();
        }
        check(value, inside(path, name));
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
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
