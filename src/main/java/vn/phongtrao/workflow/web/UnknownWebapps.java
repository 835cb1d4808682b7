package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows which pages the webapps have. Camunda's own filter would fail where somebody mistypes one. */
class UnknownWebapps extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/app/[^/.]+(/[^/.]*)?/?");
    private static final Pattern KNOWN = Pattern.compile("/camunda/app/(%s)(/(default)?)?/?"
            .formatted(String.join("|", WebappPatch.WEBAPPS)));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(request.getServletPath()).matches() || KNOWN.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
