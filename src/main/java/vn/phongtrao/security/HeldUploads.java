package vn.phongtrao.security;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

/**
 * Who asks for a parameter of an upload has its whole body read and written to disk. So it has no parameters and no parts until somebody
 * who is signed in has been let through, and none for the page that says why not.
 */
final class HeldUploads {

    private HeldUploads() {
    }

    /** Comes before all that looks into a request. */
    static final class Holding implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
            var type = request.getContentType();
            chain.doFilter(type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())
                    ? new Held((HttpServletRequest) request) : request, response);
        }
    }

    /** Comes behind all that decides on access. */
    static final class Releasing implements Filter {

        private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
            var held = WebUtils.getNativeRequest(request, Held.class);
            if (held != null && request.getDispatcherType() == DispatcherType.REQUEST
                    && trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication())) {
                held.released = true;
            }
            chain.doFilter(request, response);
        }
    }

    private static final class Held extends HttpServletRequestWrapper {

        private boolean released;

        private Held(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return released ? super.getParameter(name) : null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return released ? super.getParameterValues(name) : null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return released ? super.getParameterMap() : Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return released ? super.getParameterNames() : Collections.emptyEnumeration();
        }

        @Override
        public Collection<Part> getParts() throws IOException, ServletException {
            return released ? super.getParts() : List.of();
        }

        @Override
        public Part getPart(String name) throws IOException, ServletException {
            return released ? super.getPart(name) : null;
        }
    }
}
