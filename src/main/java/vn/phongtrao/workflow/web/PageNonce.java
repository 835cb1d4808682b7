package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the webapps its own nonce. Camunda 7.24 keeps the nonce of its content security policy in the
 * servlet context, where requests at the same time overwrite each other's: a page then names another nonce than its
 * header, and the browser runs none of its scripts.
 */
class PageNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";

    private final SecureRandom random = new SecureRandom();
    private final String head;

    /** @param head what each page begins with; its scripts have an attribute {@code nonce=""} */
    PageNonce(String head) {
        this.head = head;
    }

    /** Pages have addresses that end with a slash; scripts and pictures pass untouched. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        var policy = page.getHeader(POLICY);
        if (policy != null) {
            var nonce = nonce();
            // a character for each byte, so that all others stay as they are
            var html = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1)
                    .replace("<head>", "<head>" + head);
            page.resetBuffer();
            page.setHeader(POLICY, policy.replaceAll("'nonce-[^']*'", "'nonce-" + nonce + "'"));
            page.getOutputStream().write(html.replaceAll(" nonce=\"[^\"]*\"", " nonce=\"" + nonce + "\"")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        page.copyBodyToResponse();
    }

    private String nonce() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
