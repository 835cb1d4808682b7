package vn.phongtrao.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.ObjectMapper;

/** How long each server takes for the newest tasks of who approves last, in Markdown. */
final class Inbox {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALONE = 1;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server;

    private Inbox(Server server) {
        this.server = server;
    }

    /** @param clients beside one alone @param calls of each kind */
    static void print(List<Server> servers, int clients, int calls) throws IOException, InterruptedException {
        System.out.printf("%n| newest 25 tasks, p50 and p95, ms | tasks | of a post, one client | %1$d clients | without a post, one client | %1$d clients |%n"
                + "| --- | --- | --- | --- | --- | --- |%n", clients);
        for (var server : servers) {
            var inbox = new Inbox(server);
            server.approvals().signIn();
            var ofGroup = server.approvals().inboxOfGroup();
            var any = server.approvals().inbox();
            // both are compiled before one is measured
            inbox.cell(ofGroup, clients, calls);
            inbox.cell(any, clients, calls);
            System.out.printf("| %s | %d | %s | %s | %s | %s |%n", server.name(), inbox.shown(any), inbox.cell(ofGroup, ALONE, calls),
                    inbox.cell(ofGroup, clients, calls), inbox.cell(any, ALONE, calls), inbox.cell(any, clients, calls));
        }
    }

    /** So that no server is fast because it finds nothing. */
    private int shown(Call call) throws IOException, InterruptedException {
        var answer = JSON.readTree(http.send(call.at(server.address()).build(), BodyHandlers.ofString()).body());
        return (answer.isArray() ? answer : answer.path("data")).size();
    }

    private String cell(Call call, int clients, int calls) throws InterruptedException {
        Callable<Integer> asked = () -> http.send(call.at(server.address()).build(), BodyHandlers.ofString()).statusCode();
        var times = Times.of(asked, clients, calls);
        return times.length == 0 ? "refused" : "%s, %s".formatted(Times.text(Times.within(times, 0.5)), Times.text(Times.within(times, 0.95)));
    }
}
