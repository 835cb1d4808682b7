package vn.phongtrao.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import vn.phongtrao.local.WebSession;

/** Calls the webapps' own copy of the engine's API as their pages do: with a session and Camunda's CSRF token. */
class Browser {

    /** What stands before the engine's paths there. */
    static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Shorter than a session lasts that nobody uses. */
    private static final long KEPT_NANOS = Duration.ofMinutes(20).toNanos();
    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    private final WebSession session;

    private Browser(WebSession session) {
        this.session = session;
    }

    /** The browser of that account, signed in the first time, and when it may have been long since. */
    static Browser of(Client client, String account) {
        return SIGNED_IN.computeIfAbsent(client.address() + " " + account + " " + System.nanoTime() / KEPT_NANOS, key -> {
            var session = new WebSession(client.address());
            session.signIn("/camunda/app/welcome/default/", account);
            session.get(ENGINE + "/filter");
            return new Browser(session);
        });
    }

    /** @param body null for none */
    Answer send(String method, String path, Object body) {
        return send(method, path, "application/json", body);
    }

    Answer send(String method, String path, String contentType, Object body) {
        var response = session.send(session.request(path).header("Content-Type", contentType)
                .header("X-XSRF-TOKEN", session.cookie("XSRF-TOKEN").orElse("none"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Client.text(body))));
        return new Answer("in a browser " + method + " " + path, response.statusCode(), response.headers(),
                response.body());
    }
}
