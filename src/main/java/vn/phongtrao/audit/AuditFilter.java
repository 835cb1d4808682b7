package vn.phongtrao.audit;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind what says who calls, and before all that answers. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class AuditFilter extends OncePerRequestFilter {

    private final Requests requests;

    AuditFilter(Requests requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CurrentAct.begun(request);
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            requests.answered(request, response, status);
            CurrentAct.ended(request);
        }
    }
}
