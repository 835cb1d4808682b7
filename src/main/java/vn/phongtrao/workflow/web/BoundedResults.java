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
 * ask for, and would refuse a call that leaves it open.
 */
class BoundedResults extends OncePerRequestFilter {

    static final int MOST = 500;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request.getParameter("maxResults") == null ? new Bounded(request) : request, response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            var query = super.getQueryString();
            return (query == null ? "" : query + "&") + "maxResults=" + MOST;
        }
    }
}
