package vn.phongtrao.api;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.citizen.UnknownKey;

/**
 * Lets pages of lists be found again, by the browser's way back too, though what is looked for stands in no address: it
 * is sent by {@code POST}, kept in the session, and the answer leads on to a {@code GET} with a key to it alone. A key
 * that the session does not have, or no more, asks for nothing. It comes after the security filters.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class KeptQueries extends OncePerRequestFilter {

    static final String KEY = "asked";

    private static final String KEPT = KeptQueries.class.getName();
    /** The token against forged requests, which the security filters have checked. */
    private static final String TOKEN = "_csrf";
    private static final int MOST = 20;
    /** As long as addresses can be. */
    private static final int MOST_BYTES = 8192;

    private static final TypeReference<Map<String, String[]>> QUERY = new TypeReference<>() {
    };

    private final ObjectProvider<PersonalTexts> texts;
    private final ObjectMapper json;

    KeptQueries(ObjectProvider<PersonalTexts> texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** The queries of a session by key, the oldest first; sealed, as sessions are kept in the database. */
    private static final class Kept extends LinkedHashMap<String, byte[]> implements Serializable {

        private static final long serialVersionUID = 2;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.equals("/dossiers") && !path.startsWith("/registers/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            if (request.getContentLength() < 0 || request.getContentLength() > MOST_BYTES) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + KEY + "=" + keep(request));
        } else {
            var query = request.getParameter(KEY) == null ? null : kept(request).get(request.getParameter(KEY));
            chain.doFilter(query == null ? request : asking(request, query), response);
        }
    }

    /** A session may be older than the change of a key. */
    private HttpServletRequest asking(HttpServletRequest request, byte[] query) throws JsonProcessingException {
        try {
            return new Asking(request, json.readValue(texts.getObject().openText(query), QUERY));
        } catch (UnknownKey gone) {
            return request;
        }
    }

    private String keep(HttpServletRequest request) throws JsonProcessingException {
        var kept = kept(request);
        var key = UUID.randomUUID().toString().substring(0, 8);
        var query = new LinkedHashMap<>(request.getParameterMap());
        query.remove(TOKEN);
        kept.put(key, texts.getObject().sealText(json.writeValueAsString(query)));
        request.getSession().setAttribute(KEPT, kept);
        return key;
    }

    private static Kept kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Kept kept ? kept : new Kept();
    }

    /** Has the parameters that were kept. */
    private static final class Asking extends HttpServletRequestWrapper {

        private final Map<String, String[]> query;

        private Asking(HttpServletRequest request, Map<String, String[]> query) {
            super(request);
            this.query = query;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(query);
        }

        @Override
        public String getParameter(String name) {
            var values = query.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String[] getParameterValues(String name) {
            return query.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(query.keySet());
        }
    }
}
