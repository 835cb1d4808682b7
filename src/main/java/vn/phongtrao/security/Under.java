package vn.phongtrao.security;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches a path and what lies below it, as the container has decoded and normalised it, whichever servlet it belongs
 * to: a string pattern would be read as one of Spring MVC's and miss the engine's servlets.
 */
record Under(String path) implements RequestMatcher {

    /** Matches below any of the paths. */
    static RequestMatcher any(String... paths) {
        var matchers = Stream.of(paths).map(Under::new).toList();
        return request -> matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    /** The path that is requested, without that of the application. */
    static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var requested = path(request);
        return requested.equals(path) || requested.startsWith(path + "/");
    }
}
