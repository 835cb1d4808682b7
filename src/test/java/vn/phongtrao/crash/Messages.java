package vn.phongtrao.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;

/** Who is told outside: a mail server, and a system that listens. Both keep all that they get. */
final class Messages implements AutoCloseable {

    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final HttpServer system;
    private final List<Got> calls = Collections.synchronizedList(new ArrayList<>());

    /** @param name the same for each time that one message comes */
    record Got(String name, String content) {
    }

    Messages() {
        mails.start();
        try {
            system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        system.setExecutor(Executors.newFixedThreadPool(4));
        system.createContext("/", call -> {
            var body = new String(call.getRequestBody().readAllBytes());
            calls.add(new Got(call.getRequestHeaders().getFirst("webhook-id").replaceFirst("^msg_", ""), body));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        system.start();
    }

    int mailPort() {
        return mails.getSmtp().getPort();
    }

    String system() {
        return "http://127.0.0.1:%d/".formatted(system.getAddress().getPort());
    }

    List<Got> calls() {
        return List.copyOf(calls);
    }

    List<Got> mails() {
        return Arrays.stream(mails.getReceivedMessages()).map(mail -> {
            try {
                return new Got(mail.getMessageID().replaceAll("[<>]|@.*", ""), mail.getAllRecipients()[0] + " " + mail.getSubject());
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }).toList();
    }

    @Override
    public void close() {
        mails.stop();
        system.stop(0);
    }
}
