package vn.phongtrao.security;

import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_HEADER_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * A tab of a session that has ended goes on asking, with that session's token. Camunda's filter refuses it, too, but ends the
 * session in which its officer has signed in again meanwhile.
 */
class FormerTokens extends OncePerRequestFilter {

    private static final RequestMatcher WEBAPPS = new Under("/camunda");
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || !WEBAPPS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var known = session == null ? null : session.getAttribute(CSRF_TOKEN_SESSION_ATTR_NAME);
        if (session == null || known != null && known.equals(request.getHeader(CSRF_TOKEN_HEADER_NAME))) {
            chain.doFilter(request, response);
            return;
        }
        var cookie = WebUtils.getCookie(request, CSRF_TOKEN_DEFAULT_COOKIE_NAME);
        if (cookie == null || !cookie.getValue().equals(known)) {
            // a session has its token given once; the next page gives another
            session.removeAttribute(CSRF_TOKEN_SESSION_ATTR_NAME);
        }
        throw new CsrfException("The token is none of this session");
    }
}
