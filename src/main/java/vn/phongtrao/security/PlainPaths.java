package vn.phongtrao.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses before all else paths that not everybody reads alike. Rules of access go by what the container made of a path, pages and the API by
 * what was sent: {@code /api/dossiers/..%2f..%2fverify} would be public there and a dossier here, {@code /%61pi} the API for one and not for the other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPaths extends OncePerRequestFilter {

    /** Letters, digits, {@code -}, {@code .} and {@code _}, which nobody needs to encode (RFC 3986, 2.3). */
    private static final Pattern ENCODED = Pattern.compile("%(?:2[DdEe]|3\\d|[46][1-9A-Fa-f]|[57][\\dAa]|5[Ff])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (plain(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean plain(HttpServletRequest request) {
        var sent = request.getRequestURI();
        var servlet = request.getContextPath() + request.getServletPath();
        return !ENCODED.matcher(sent).find()
                && StringUtils.uriDecode(sent, StandardCharsets.UTF_8).equals(request.getContextPath() + Under.path(request))
                // the engine's servlets read the rest as it was sent
                && (request.getPathInfo() == null || sent.startsWith(servlet + "/"));
    }
}
