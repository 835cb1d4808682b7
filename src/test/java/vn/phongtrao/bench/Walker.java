package vn.phongtrao.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One client: takes one dossier after the other through its approvals, and keeps how long each call took. */
final class Walker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Approvals approvals;
    private final Map<Step, LongStream.Builder> times = new EnumMap<>(Step.class);

    Walker(String address, Approvals approvals) {
        this.address = address;
        this.approvals = approvals;
        for (var step : Step.values()) {
            times.put(step, LongStream.builder());
        }
    }

    void walk(int dossier) throws IOException, InterruptedException {
        approve(start(dossier), 1, Approvals.COUNT);
    }

    String start(int dossier) throws IOException, InterruptedException {
        return approvals.started(send(Step.START, approvals.start(dossier)));
    }

    /** @param first approval that is still to be given @param last one that is given */
    void approve(String started, int first, int last) throws IOException, InterruptedException {
        for (int approval = first; approval <= last; approval++) {
            var task = approvals.task(send(Step.QUERY, approvals.query(started, approval)));
            send(Step.CLAIM, approvals.claim(task, approval));
            send(Step.COMPLETE, approvals.complete(task, approval));
        }
    }

    /** In nanoseconds. */
    Map<Step, LongStream.Builder> times() {
        return times;
    }

    private JsonNode send(Step step, Call call) throws IOException, InterruptedException {
        var request = call.at(address);
        var began = System.nanoTime();
        var answer = http.send(request.build(), BodyHandlers.ofString());
        times.get(step).add(System.nanoTime() - began);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s -> %d %s".formatted(call.path(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
