package vn.phongtrao.workflow.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives list calls a {@code maxResults} when the caller names none. The engine limits how many results one call may
 * ask for, and would refuse a call that leaves it open. The webapps do not know the limit: they get that many when they
 * ask for more, where other callers are told.
 */
class BoundedResults extends OncePerRequestFilter {

    static final int MOST = 500;

    private final boolean capping;

    /** @param capping whether a call that asks for too many gets as many as there may be */
    BoundedResults(boolean capping) {
        this.capping = capping;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getParameter("maxResults");
        chain.doFilter(asked == null || capping && tooMany(asked) ? new Bounded(request) : request, response);
    }

    private static boolean tooMany(String asked) {
        return asked.matches("\\d{1,9}") && Integer.parseInt(asked) > MOST;
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            var query = super.getQueryString();
            return (query == null ? "" : query.replaceAll("(?<=^|&)maxResults=[^&]*&?", "") + "&") + "maxResults="
                    + MOST;
        }
    }
}
