package vn.phongtrao.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes no recipient, and says why. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket;

    RefusingServer(int port, String why) throws IOException {
        socket = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"));
        var thread = new Thread(() -> serve(why));
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String why) {
        while (!socket.isClosed()) {
            try (var client = socket.accept();
                    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                var out = client.getOutputStream();
                var answer = "220 ready";
                for (var line = ""; line != null; line = in.readLine()) {
                    answer = line.isEmpty() ? answer : line.startsWith("RCPT") ? why
                            : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            } catch (IOException gone) {
                // the next one, or nobody any more
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
