package vn.phongtrao.security;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * How Keycloak is called: nobody waits for long. As an interceptor it takes the place of a client that would wait without end, as the
 * engine's does, with a connection of the database in hand.
 */
public final class KeycloakCalls implements ClientHttpRequestInterceptor {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);

    private final ClientHttpRequestFactory requests = requests();

    static ClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN).build());
        requests.setReadTimeout(ANSWERED_WITHIN);
        return requests;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution endless) throws IOException {
        var own = requests.createRequest(request.getURI(), request.getMethod());
        own.getHeaders().putAll(request.getHeaders());
        if (body.length > 0) {
            own.getBody().write(body);
        }
        return own.execute();
    }
}
