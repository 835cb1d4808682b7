package vn.phongtrao.security;

import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_HEADER_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A tab of a session that has ended goes on asking, with that session's token. Camunda's filter refuses it, too, but ends the
 * session in which its officer has signed in again meanwhile.
 */
class FormerTokens extends OncePerRequestFilter {

    private static final RequestMatcher WEBAPPS = new Under("/camunda/api");
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || !WEBAPPS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var sent = request.getHeader(CSRF_TOKEN_HEADER_NAME);
        if (session != null && (sent == null || !sent.equals(session.getAttribute(CSRF_TOKEN_SESSION_ATTR_NAME)))) {
            throw new MissingCsrfTokenException(sent);
        }
        chain.doFilter(request, response);
    }
}
