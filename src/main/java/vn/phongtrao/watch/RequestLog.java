package vn.phongtrao.watch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.RequestTrail;

/**
 * Names each request before all else sees it, and writes a line about it when it has been answered: from where, what, how it ended, how long it
 * took. Who asked and what was looked for are not in it: what officers do stands with the dossiers. Names come from us alone, so that nobody
 * has a request go by another's.
 */
@Component
class RequestLog extends ValveBase implements AccessLog, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger("vn.phongtrao.access");
    private static final String NAME = RequestLog.class.getName();
    private static final String ABOUT = NAME + ".about";
    private static final int LONGEST = 300;
    /** Session ids, accounts, and the codes that papers are verified by. */
    private static final Pattern SECRET = Pattern.compile(";[^/]*|(?<=/(?:user|verify)/)[^/]+");

    private final SecureRandom random = new SecureRandom();
    private final boolean writes;

    RequestLog(WatchProperties properties) {
        super(true);
        writes = properties.accessLog();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var name = name();
        request.setAttribute(NAME, name);
        response.setHeader(RequestTrail.HEADER, name);
        RequestTrail.begin(name);
        try {
            getNext().invoke(request, response);
        } finally {
            RequestTrail.dossier().ifPresent(dossier -> request.setAttribute(ABOUT, dossier));
            RequestTrail.end();
        }
    }

    private String name() {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void log(Request request, Response response, long nanoseconds) {
        if (!writes) {
            return;
        }
        // what Tomcat itself cannot read has got no name
        var name = request.getAttribute(NAME) instanceof String given ? given : name();
        var client = request.getAttribute(REMOTE_ADDR_ATTRIBUTE) instanceof String told ? told : request.getRemoteAddr();
        var path = path(request.getRequestURI());
        var milliseconds = TimeUnit.NANOSECONDS.toMillis(nanoseconds);
        RequestTrail.begin(name);
        if (request.getAttribute(ABOUT) instanceof String dossier) {
            RequestTrail.about(dossier);
        }
        try {
            LOG.atInfo().addKeyValue("http.request.method", shortened(request.getMethod())).addKeyValue("url.path", path)
                    .addKeyValue("http.response.status_code", response.getStatus()).addKeyValue("http.response.body.bytes", response.getBytesWritten(false))
                    .addKeyValue("event.duration", nanoseconds).addKeyValue("client.address", client)
                    .log("{} {} {} {} {} B {} ms", client, shortened(request.getMethod()), path, response.getStatus(), response.getBytesWritten(false),
                            milliseconds);
        } finally {
            RequestTrail.end();
        }
    }

    /** As it was sent, and so without the query, and with line breaks and letters still encoded. */
    static String path(String uri) {
        return uri == null ? "-" : shortened(SECRET.matcher(uri).replaceAll("-"));
    }

    private static String shortened(String text) {
        return text == null ? "-" : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Who the client is is read from the attributes of whoever speaks for it. */
    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        if (!enabled) {
            throw new UnsupportedOperationException("They are always read");
        }
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return true;
    }
}
