package vn.phongtrao.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No proofs of possession: Spring Security takes them unasked, beside the tokens that it is asked to take, and forgets
 * under load which it has seen (CVE-2026-41707, without a mended version).
 */
class BearersAlone extends OncePerRequestFilter {

    private static final String PROOF = "DPoP";

    private final CallProblems problems;

    BearersAlone(CallProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, PROOF, 0, PROOF.length())) {
            problems.commence(request, response, new InsufficientAuthenticationException(PROOF));
        } else {
            chain.doFilter(request, response);
        }
    }
}
