package vn.phongtrao.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.Tokens;

/**
 * Calls the application over HTTP, as nobody until told otherwise:
 * {@code client.as("police-officer.31813").get("/api/units")}. Tokens are real ones of the demo realm, kept for each
 * account until they end.
 */
class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String BOUNDARY = "boundary-of-a-test";
    private static final String SYSTEM = "phongtrao-integration";

    private final DemoProvince province;
    private final Supplier<String> address;
    private final Map<String, String> headers;

    @Autowired
    Client(Environment environment) {
        this(DemoProvince.of(environment.getRequiredProperty("phongtrao.province")),
                () -> "http://localhost:" + environment.getRequiredProperty("local.server.port"), Map.of());
    }

    private Client(DemoProvince province, Supplier<String> address, Map<String, String> headers) {
        this.province = province;
        this.address = address;
        this.headers = headers;
    }

    /** @param account a demo account, or {@value #SYSTEM} for the system that stands for a commune's police officer */
    Client as(String account) {
        return withToken(TOKENS.compute(province + " " + account, (key, known) -> {
            if (known != null && !Tokens.endsSoon(known)) {
                return known;
            }
            Tokens tokens = LocalKeycloak.shared().tokens(province);
            return account.equals(SYSTEM) ? tokens.ofSystem() : tokens.of(account);
        }));
    }

    Client asSystem() {
        return as(SYSTEM);
    }

    Client withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same client with one more header. */
    Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(province, address, more);
    }

    /** A header this client sends, null when it does not. */
    String header(String name) {
        return headers.get(name);
    }

    /** @param path with its query, already encoded */
    Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body written as JSON, unless it is a text already */
    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(address.get() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return answered(method, path, request);
    }

    /** Sends files by name in one form. */
    Answer upload(String path, Map<String, byte[]> files) {
        return upload(path, "files", files);
    }

    /** @param part what the form calls each of the files */
    Answer upload(String path, String part, Map<String, byte[]> files) {
        return answered("POST", path, HttpRequest.newBuilder(URI.create(address.get() + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(multipart(part, files))));
    }

    private Answer answered(String method, String path, HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** The bytes of a file that this client may have. */
    byte[] download(String path) {
        return download(path, HttpRequest.newBuilder(URI.create(address.get() + path)));
    }

    /** The bytes of a file that is answered to a body. @param body written as JSON */
    byte[] download(String path, Object body) {
        return download(path, HttpRequest.newBuilder(URI.create(address.get() + path))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body))));
    }

    private byte[] download(String path, HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError("%s: %d".formatted(path, response.statusCode()));
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static byte[] multipart(String part, Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                    .formatted(BOUNDARY, part, name)).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** Where the application listens, for example {@code http://localhost:43215}. */
    String address() {
        return address.get();
    }

    static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
