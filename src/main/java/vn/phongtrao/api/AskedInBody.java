package vn.phongtrao.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets lists be asked with their criteria in the body: addresses are kept in the logs of servers and proxies, and who is
 * looked for is nothing for them. {@code POST} with {@value #HEADER}{@code : GET} and the criteria as a form in UTF-8 is
 * that {@code GET}; other content is refused, as nothing in it would be asked. It comes after the security filters, which
 * see the request as it was sent.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class AskedInBody extends OncePerRequestFilter {

    static final String HEADER = "X-HTTP-Method-Override";

    /** As long as addresses can be. */
    private static final int MOST_BYTES = 8192;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !HttpMethod.GET.matches(request.getHeader(HEADER))
                || !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isForm(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLength() < 0 || request.getContentLength() > MOST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new Asking(request), response);
        }
    }

    private static boolean isForm(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static final class Asking extends HttpServletRequestWrapper {

        private Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
