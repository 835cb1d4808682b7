package vn.phongtrao.workflow.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers who provides which service. Camunda's REST API asks the class path for its engine several times a call, and
 * would open every archive of it to find the same answer.
 */
class KnownServices extends OncePerRequestFilter {

    private final ClassLoader loader = new Remembering(Thread.currentThread().getContextClassLoader());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            chain.doFilter(request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Remembering extends ClassLoader {

        private static final String SERVICES = "META-INF/services/";

        private final Map<String, List<URL>> files = new ConcurrentHashMap<>();

        Remembering(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith(SERVICES) ? Collections.enumeration(files.computeIfAbsent(name, this::read))
                    : super.getResources(name);
        }

        private List<URL> read(String name) {
            try {
                return Collections.list(super.getResources(name)).stream().map(Remembering::held).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** The same address, with what it says at hand. */
        private static URL held(URL file) {
            try (var in = file.openStream()) {
                return new URL(null, file.toString(), new Held(in.readAllBytes()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final class Held extends URLStreamHandler {

        private final byte[] content;

        Held(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL address) {
            return new URLConnection(address) {
                @Override
                public void connect() {
                    // it is here
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
