package vn.phongtrao.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Sends requests byte by byte as they are, which no HTTP client does with what is no proper request, and reads the answers. */
class RawAnswers implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawAnswers(int port) {
        this.port = port;
    }

    /**
     * @param headers by their names in small letters
     * @param body    the first of it, enough to say what went wrong
     */
    record Raw(int status, Map<String, String> headers, String body) {
    }

    /** @throws IOException where the server gives no answer, also not over a new connection */
    Raw send(byte[] request, boolean head) throws IOException {
        if (socket != null) {
            try {
                return answered(request, head);
            } catch (IOException closedMeanwhile) {
                close();
            }
        }
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        return answered(request, head);
    }

    private Raw answered(byte[] request, boolean head) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException answeredBefore) {
            // the server may refuse before it has read everything
        }
        var status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
        }
        var body = head || status == 204 || status == 304 || status < 200 ? new byte[0] : body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Raw(status, headers, new String(body, 0, Math.min(body.length, 600), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
