package vn.phongtrao.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.RequestTrail;

/**
 * Says that the database or Keycloak does not answer, where nobody further in does. Before all else, because sessions are read from the
 * database, too, and so would be those of an error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreachedFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachedFilter.class);
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chưa phục vụ được</title>
            <link rel="stylesheet" href="%2$s/page.css"></head><body><main><h1>Chưa phục vụ được</h1><p>%1$s.</p></main></body></html>
            """;

    private final CallProblems problems;

    UnreachedFilter(ObjectMapper json) {
        this.problems = new CallProblems(json);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            var outage = Outage.in(failed);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            LOG.warn("Out of reach: {}", Outage.cause(failed));
            response.reset();
            RequestTrail.name().ifPresent(name -> response.setHeader(RequestTrail.HEADER, name));
            say(outage.get().getMessage(), problems, request, response);
        }
    }

    /** To people in a page, to programs as a problem detail. */
    static void say(String why, CallProblems problems, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            problems.unavailable(response, why);
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().print(PAGE.formatted(why, request.getContextPath()));
    }
}
