package vn.phongtrao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How long the product's lists take to answer: every list of the API by its first page, a page far behind, filters and each
 * order; the ways to an officer's tasks; the pages. What cannot be asked by that account is left out.
 */
final class Lists {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DESCRIBED = Path.of("docs", "api", "registers.json");
    private static final String NEWEST = "\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]";
    private static final String FILTER = "{\"active\": true, " + NEWEST + "%s}";
    private static final List<String> PAGES = List.of("/", "/dossiers", "/notices", "/workload", "/statistics", "/registers/awards");

    private final Asked asked;
    private final Place place;
    private final int clients;
    private final int calls;
    private final List<String> at;
    private final Map<String, String> worst = new LinkedHashMap<>();

    private Lists(Asked asked, Place place, int clients, int calls, List<String> at) {
        this.asked = asked;
        this.place = place;
        this.clients = clients;
        this.calls = calls;
        this.at = at;
    }

    /** @param place in whose district and commune lists are narrowed @param clients at the same time @param calls of each kind @param at see {@link Options#at} */
    static void print(Asked asked, Place place, int clients, int calls, List<String> at) throws IOException, InterruptedException {
        new Lists(asked, place, clients, calls, at).print();
    }

    private void print() throws IOException, InterruptedException {
        System.out.printf("%n| %s: p95, ms | first page | page 400 | of a commune | by a name | by a number | slowest order |%n| --- | --- | --- | --- | --- | --- | --- |%n",
                asked.account());
        for (var path : JSON.readTree(DESCRIBED.toFile()).get("paths").properties()) {
            var parameters = parameters(path.getValue().path("get"));
            if (parameters.contains("page") && !path.getKey().contains("{") && isAskedFor(path.getKey())) {
                list(path.getKey(), parameters);
            }
        }
        System.out.printf("%n| %s | p50, ms | p95, ms |%n| --- | --- | --- |%n", asked.account());
        tasks();
        for (var page : PAGES) {
            line("page " + page, () -> asked.page(page));
        }
        line("/api/statistics", () -> asked.get("/api/statistics?unit=%s&from=2023-01-01&to=2023-12-31".formatted(place.path().split("/")[0])));
        line("/api/workload/sums", () -> asked.get("/api/workload/sums"));
        worst.forEach((what, took) -> System.out.printf("Over 50 ms: %s: %s%n", what, took));
    }

    private boolean isAskedFor(String what) {
        return at.isEmpty() || at.stream().anyMatch(what::contains);
    }

    private static List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false).map(one -> one.path("name").asText()).toList();
    }

    private void list(String path, List<String> parameters) throws InterruptedException {
        var first = "%s?size=25".formatted(path);
        if (asked.get(first) != 200) {
            return;
        }
        System.out.printf("| %s | %s | %s | %s | %s | %s | %s |%n", path, cell(first), cell(first + "&page=399"),
                parameters.contains("unit") ? cell(first + "&unit=" + place.path()) : "",
                parameters.contains("q") ? cell(first + "&q=nguyen%20thi%20lan") : "",
                parameters.contains("q") ? cell(first + "&q=KT-31843-2023-000000") : "", slowest(first));
    }

    /** Of the orders that the refusal of another one names. */
    private String slowest(String first) throws InterruptedException {
        var refused = asked.text(first + "&sort=none-such");
        var known = refused.substring(refused.lastIndexOf(':', refused.lastIndexOf(',')) + 1).replaceAll("[^A-Za-z, ]", "");
        double most = 0;
        String slowest = "";
        for (var order : known.split(", *")) {
            for (var direction : List.of("asc", "desc")) {
                var address = "%s&sort=%s,%s".formatted(first, order.trim(), direction);
                if (!order.isBlank() && asked.get(address) == 200) {
                    var took = Times.within(times(() -> asked.get(address)), 0.95);
                    note(address, took);
                    if (took > most) {
                        most = took;
                        slowest = "%s (%s %s)".formatted(Times.text(took), order.trim(), direction);
                    }
                }
            }
        }
        return slowest;
    }

    /** As systems ask, as Tasklist does with its filter for a post, and what it counts. */
    private void tasks() throws InterruptedException {
        var newest = "/engine-rest/task?sortBy=created&sortOrder=desc&maxResults=25";
        line("newest 25 tasks", () -> asked.get(newest));
        line("newest 25 tasks of a post", () -> asked.get(newest + "&candidateGroup=" + asked.group()));
        line("number of tasks", () -> asked.get("/engine-rest/task/count"));
        var filter = FILTER.formatted(", \"candidateGroup\": \"%s\"".formatted(asked.group()));
        line("newest 15 tasks by a posted query for a post", () -> asked.post("/engine-rest/task?maxResults=15", filter));
        line("number of tasks by a posted query for a post", () -> asked.post("/engine-rest/task/count", filter));
        for (var one : asked.filters()) {
            line("filter \"%s\"".formatted(one.get("name").asText()), () -> asked.post("/engine-rest/filter/%s/list?maxResults=15".formatted(one.get("id").asText()), "{" + NEWEST + "}"));
            line("its count", () -> asked.get("/engine-rest/filter/%s/count".formatted(one.get("id").asText())));
        }
    }

    private void line(String what, Callable<Integer> call) throws InterruptedException {
        if (!isAskedFor(what)) {
            return;
        }
        var times = times(call);
        if (times.length > 0) {
            note(what, Times.within(times, 0.95));
            System.out.printf("| %s | %s | %s |%n", what, Times.text(Times.within(times, 0.5)), Times.text(Times.within(times, 0.95)));
        }
    }

    private String cell(String address) throws InterruptedException {
        var times = times(() -> asked.get(address));
        if (times.length == 0) {
            return "";
        }
        note(address, Times.within(times, 0.95));
        return Times.text(Times.within(times, 0.95));
    }

    private void note(String what, double took) {
        if (took > 50) {
            worst.put(what, Times.text(took));
        }
    }

    /** When the JVM has compiled what a call needs. */
    private long[] times(Callable<Integer> call) throws InterruptedException {
        Times.of(call, clients, calls);
        return Times.of(call, clients, calls);
    }
}
