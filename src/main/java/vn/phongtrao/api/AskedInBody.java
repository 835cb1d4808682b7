package vn.phongtrao.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets lists be asked with their criteria in the body: addresses are kept in the logs of servers and proxies, and who is
 * looked for is nothing for them. {@code POST} with {@value #HEADER}{@code : GET} and the criteria as a form is that
 * {@code GET}. It comes after the security filters, which see the request as it was sent.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AskedInBody extends OncePerRequestFilter {

    static final String HEADER = "X-HTTP-Method-Override";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !HttpMethod.GET.matches(request.getHeader(HEADER))
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Asking(request), response);
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
