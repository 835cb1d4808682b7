package vn.phongtrao.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerMapping;

import vn.phongtrao.security.Acts;

/**
 * What a request asks for, by the pattern of its address and what stands in place of the variables.
 *
 * @param pattern   {@code /api/dossiers/{number}}
 * @param variables by their names
 * @param acts      whether it may change something
 */
record Address(String method, String pattern, Map<String, String> variables, boolean acts) {

    private static final RequestMatcher ACTS = new Acts();
    /** Answered by the engine, which knows no patterns. */
    private static final Pattern ENGINE = Pattern.compile("(/engine-rest|/camunda/api/engine|/camunda/api)(?:/engine/[^/]+)?(/.+)");
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z-]{0,40}");
    private static final int MOST_SEGMENTS = 12;
    /** What the engine shows of a dossier. */
    private static final String CONTENT = "/task/{id}/form-variables";
    /** What is nobody's is read untold; so is the trail itself, by those who alone may. */
    private static final Pattern EVERYBODYS = Pattern.compile("/\\*\\*|/(verify|registers|rules|laws|campaigns|handbook|account|session|logout|error)(/.*)?"
            + "|/api/(units|rules|legal-documents|campaigns|report-periods|calendar|procedures|audit)(/.*)?|.*/import");
    /** What somebody keeps for oneself is read and changed untold. */
    private static final Pattern OWN = Pattern.compile("/api/(drafts|notices)(/.*)?|/desk/.*|/camunda/api/admin/auth/.*");
    private static final String DOSSIER = "number";

    static boolean acts(HttpServletRequest request) {
        return ACTS.matches(request);
    }

    /** @return null for what no mapping knows */
    static Address of(HttpServletRequest request) {
        var acts = acts(request);
        var path = request.getPathInfo() == null ? request.getServletPath() : request.getServletPath() + request.getPathInfo();
        var engine = ENGINE.matcher(path);
        if (engine.matches()) {
            return ofEngine(request.getMethod(), engine.group(1), engine.group(2), acts);
        }
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return null;
        }
        Map<String, String> variables = new TreeMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> variables.put(name.toString(), value.toString()));
        }
        return new Address(request.getMethod(), pattern, variables, acts);
    }

    /** Of the engine's addresses words are its own, and all else is somebody's or something's id. */
    private static Address ofEngine(String method, String prefix, String path, boolean acts) {
        Map<String, String> variables = new TreeMap<>();
        var pattern = Stream.of(path.substring(1).split("/")).limit(MOST_SEGMENTS).map(segment -> {
            if (WORD.matcher(segment).matches()) {
                return segment;
            }
            var name = variables.isEmpty() ? "id" : "id" + (variables.size() + 1);
            variables.put(name, segment);
            return "{" + name + "}";
        }).collect(Collectors.joining("/", prefix + "/", ""));
        return new Address(method, pattern, variables, acts);
    }

    String name() {
        return method + " " + pattern;
    }

    boolean ofEngine() {
        return ENGINE.matcher(pattern).matches();
    }

    /** Whether it is of what somebody keeps for oneself. */
    boolean own() {
        return OWN.matcher(pattern).matches();
    }

    /**
     * Whether something of a dossier or a person is seen by it, or was asked for by a body, as a person by number is; lists are not told, but where
     * they are taken away.
     */
    boolean opens() {
        return !own() && (ofEngine() ? acts || pattern.endsWith(CONTENT)
                : !EVERYBODYS.matcher(pattern).matches() && (acts || !variables.isEmpty()));
    }

    String dossier() {
        return variables.containsKey(DOSSIER) ? Identifiers.plain(variables.get(DOSSIER)) : null;
    }

    void into(Identifiers identifiers) {
        variables.forEach((name, value) -> {
            if (!name.equals(DOSSIER)) {
                identifiers.with(name, value);
            }
        });
    }
}
