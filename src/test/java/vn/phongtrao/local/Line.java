package vn.phongtrao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on this machine, which can be cut. */
public final class Line implements AutoCloseable {

    private final int server;
    private final ServerSocket end;
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    /** @param server its port; the line is cut at first */
    public Line(int server) {
        this.server = server;
        try {
            end = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        thread(this::answer);
    }

    /** Where it is to be called instead of the server. */
    public int port() {
        return end.getLocalPort();
    }

    public void open() {
        open = true;
    }

    /** Ends what is being said, and lets nobody through. */
    public void cut() {
        open = false;
        calls.forEach(Line::hangUp);
    }

    private void answer() {
        while (!end.isClosed()) {
            try {
                var here = end.accept();
                calls.add(here);
                if (open) {
                    var there = new Socket(InetAddress.getLoopbackAddress(), server);
                    calls.add(there);
                    thread(() -> pass(here, there));
                    thread(() -> pass(there, here));
                } else {
                    hangUp(here);
                }
            } catch (IOException ended) {
                // by whoever called, or at the end
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream said = from.getInputStream(); OutputStream heard = to.getOutputStream()) {
            said.transferTo(heard);
        } catch (IOException ended) {
            // as lines do
        } finally {
            hangUp(from);
            hangUp(to);
            calls.remove(from);
            calls.remove(to);
        }
    }

    private static void hangUp(Socket call) {
        try {
            call.close();
        } catch (IOException ended) {
            // that is what was wanted
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            end.close();
        } catch (IOException ended) {
            // that is what was wanted
        }
    }
}
