package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser without a screen: it keeps cookies, follows redirects and can fill in Keycloak's sign-in page. */
public final class WebSession {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final CookieManager cookies = new TrustingLocalhost();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final String application;

    /** @param application address of the application, without a slash at the end */
    public WebSession(String application) {
        this.application = application;
    }

    /** Opens a page and signs in where Keycloak asks for it. @return the page */
    public HttpResponse<String> signIn(String path, String username) {
        var page = get(path);
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("No sign-in page: " + page.statusCode() + " " + page.uri());
        }
        var fields = "username=%s&password=%s".formatted(
                URLEncoder.encode(username, StandardCharsets.UTF_8), DemoRealm.PASSWORD);
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields)));
    }

    /** Whether a page is Keycloak's sign-in page. */
    public static boolean asksToSignIn(HttpResponse<String> page) {
        return FORM.matcher(page.body()).find();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A request to the application, for {@link #send}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(application + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    /** Sends secure cookies to this machine without TLS, as browsers do. */
    static final class TrustingLocalhost extends CookieManager {

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }
}
