package vn.phongtrao.security;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matches requests that may change something: all but readings and the lists whose criteria come in a body. */
public class Acts implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final RequestMatcher API = new Under("/api");
    /** Lists of the engine that are asked by POST, in its REST API and the webapps' copy of it. */
    private static final Pattern LISTS = Pattern.compile("(/engine-rest|/camunda/api/engine)(/engine/[^/]+)?"
            + "/(filter/[^/]+/(list|count|singleResult)|(task|process-instance|execution|variable-instance|incident|job"
            + "|external-task|history/(activity-instance|detail|external-task-log|job-log|process-instance|task|variable-instance))(/count)?)/?");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !isList(request);
    }

    private static boolean isList(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && (API.matches(request) && "GET".equals(request.getHeader("X-HTTP-Method-Override"))
                || LISTS.matcher(Under.path(request)).matches());
    }
}
