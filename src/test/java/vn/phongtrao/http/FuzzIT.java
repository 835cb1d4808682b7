package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.phongtrao.http.Operation.Parameter;
import vn.phongtrao.local.WebSession;

/**
 * Requests of every kind to every address: as nobody, as officers, a system and an administrator, with tokens and from a browser. Whatever is asked,
 * and whatever an administrator has destroyed meanwhile, no answer is a fault of the server.
 * <p>
 * {@code -Dfuzz.seeds=1,2,3 -Dfuzz.requests=10000} asks more; {@code -Dfuzz.only=7} repeats one request of the first seed.
 */
@HttpTest
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024") // a database of its own, as administrators delete what they like
class FuzzIT {

    private static final String SEEDS = System.getProperty("fuzz.seeds", "20241129");
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final int AT_ONCE = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PEOPLE = List.of("police-officer.31813", "police-chief.31813", "police-officer.95", "police-chief.95",
            "committee-clerk.95", "council-member.95", "phongtrao-integration", "without-post");
    private static final String ADMINISTRATOR = "admin";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestWhateverIsInItIsAFaultOfTheServer() throws IOException {
        var operations = operations();
        var known = known();
        var seeds = Stream.of(SEEDS.split(",")).map(Long::valueOf).toList();
        for (var seed : seeds) {
            var callers = callers();
            var lot = Optional.ofNullable(Integer.getInteger("fuzz.only")).map(List::of)
                    .orElseGet(() -> IntStream.range(0, REQUESTS).boxed().toList());
            IntStream.range(0, AT_ONCE).parallel().forEach(part -> send(seed, lot.stream().filter(number -> number % AT_ONCE == part).toList(),
                    operations, callers, known));
        }
        System.out.printf("Fuzz: %d operations, seeds %s, answers by status %s%n", operations.size(), SEEDS, new TreeMap<>(answers));
        assertThat(faults).as("%d faults", faults.size()).isEmpty();
        client.as(PEOPLE.get(0)).get("/api/dossiers").expectOk();
    }

    private void send(long seed, List<Integer> numbers, List<Operation> operations, List<String> callers, Map<String, List<String>> known) {
        try (var server = new RawAnswers(URI.create(client.address()).getPort())) {
            for (var number : numbers) {
                var fuzz = new Fuzz(seed * 1_000_003 + number, known);
                // every operation in its turn, and every caller of it
                var operation = operations.get(number % operations.size());
                var caller = callers.get((number / operations.size() + number) % callers.size());
                var request = fuzz.request(operation, caller);
                var text = new String(request, 0, Math.min(request.length, 1_500), StandardCharsets.ISO_8859_1)
                        .replaceAll("(Authorization: Bearer |Cookie: SESSION=)[\\w.-]{40,}", "$1…");
                try {
                    var answer = server.send(request, text.startsWith("HEAD "));
                    answers.merge(answer.status(), 1, Integer::sum);
                    if (answer.status() >= 500) {
                        faults.add("%d:%d as %s\n%s\n-> %d %s\n".formatted(seed, number, callers.indexOf(caller), text, answer.status(), answer.body()));
                    }
                } catch (IOException | RuntimeException none) {
                    faults.add("%d:%d\n%s\n-> no answer: %s\n".formatted(seed, number, text, none));
                }
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    /** The headers of each who calls: officers, a system, administrators with a token or from a browser, and nobody. */
    private List<String> callers() {
        List<String> callers = new ArrayList<>();
        for (var account : PEOPLE) {
            callers.add("Authorization: " + client.as(account).header("Authorization") + "\r\n");
        }
        for (var account : List.of("police-officer.31813", "police-chief.95", ADMINISTRATOR)) {
            callers.add(browser(account));
        }
        for (var more = 0; more < 5; more++) {
            callers.add("Authorization: " + client.as(ADMINISTRATOR).header("Authorization") + "\r\n");
        }
        callers.addAll(List.of("", "", "Authorization: Bearer x\r\n"));
        return callers;
    }

    private String browser(String account) {
        var session = new WebSession(client.address());
        session.signIn("/camunda/app/welcome/default/", account);
        session.get(Browser.ENGINE + "/filter");
        var token = session.cookie("XSRF-TOKEN").orElse("none");
        return "Cookie: SESSION=%s; XSRF-TOKEN=%s\r\nX-XSRF-TOKEN: %s\r\n".formatted(session.cookie("SESSION").orElseThrow(), token, token);
    }

    /** All that the two descriptions name, all that the engine has besides, all pages, and what belongs to no page. */
    private List<Operation> operations() throws IOException {
        Map<String, Operation> all = new LinkedHashMap<>();
        var engine = JSON.readTree(getClass().getResourceAsStream("/openapi.json"));
        Stream.of(Operation.of(client.as(ADMINISTRATOR).get("/v3/api-docs").expectOk().json(), ""), Operation.of(engine, "/engine-rest"),
                        EngineOperation.all().stream().map(one -> plain(one.method(), "/engine-rest" + one.path())).toList(), pages(),
                        Stream.of("/error", "/logout", "/login", "/oauth2/authorization/{x}", "/login/oauth2/code/{x}", "/actuator/{x}", "/camunda",
                                "/camunda/app/{x}/default/", "/camunda/api/admin/auth/user/default", "/camunda/api/admin/auth/user/default/login/{x}",
                                "/camunda/api/{x}/plugin/{y}/default/{z}", "/camunda/lib/{x}", "/webjars/{x}", "/v3/api-docs/{x}", "/{x}", "/{x}/{y}",
                                "/api/{x}", "/engine-rest/{x}", "/engine-rest/engine/{x}/task").flatMap(path ->
                                Stream.of(plain("GET", path), plain("POST", path))).toList())
                .flatMap(List::stream).forEach(one -> all.putIfAbsent(one.method() + " " + one.path().replaceAll("\\{[^}]*}", "{}"), one));
        var webapps = all.values().stream().filter(one -> one.path().startsWith("/engine-rest/"))
                .map(one -> one.moved("/engine-rest", Browser.ENGINE)).toList();
        return Stream.concat(all.values().stream(), webapps.stream()).toList();
    }

    private static Operation plain(String method, String path) {
        return new Operation(method, path, List.of(), null, MissingNode.getInstance(), MissingNode.getInstance());
    }

    private List<Operation> pages() {
        var names = new DefaultParameterNameDiscoverer();
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream().flatMap(page -> {
            var parameters = Arrays.stream(page.getValue().getMethodParameters()).filter(one -> one.hasParameterAnnotation(RequestParam.class))
                    .map(one -> new Parameter(name(one, names), "query", JsonNodeFactory.instance.objectNode().put("type", "string"))).toList();
            var method = page.getKey().getMethodsCondition().getMethods().stream().findFirst().map(Enum::name).orElse("GET");
            return page.getKey().getPatternValues().stream().map(path -> new Operation(method, path.replaceAll("\\{\\*?(\\w+)[^}]*}", "{$1}"), parameters,
                    method.equals("POST") ? "application/x-www-form-urlencoded" : null, MissingNode.getInstance(), MissingNode.getInstance()));
        }).toList();
    }

    private static String name(MethodParameter parameter, DefaultParameterNameDiscoverer names) {
        var given = parameter.getParameterAnnotation(RequestParam.class).value();
        parameter.initParameterNameDiscovery(names);
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    /** Open dossiers of every procedure, what was decided, and what the engine keeps of it. */
    private Map<String, List<String>> known() {
        Walks.ALL.forEach(walks -> {
            var start = new OpenTasks(journey, walks);
            journey.start(walks.process(), start.starter(), start.proposal());
        });
        journey.awards("95/police-chief", "95", "police-director-certificate", "Người mẫu");
        var admin = client.as(ADMINISTRATOR);
        Map<String, List<String>> known = new LinkedHashMap<>();
        for (var list : List.of("task", "process-instance", "process-definition", "deployment", "filter", "job", "job-definition", "decision-definition",
                "authorization", "history/process-instance", "history/activity-instance", "variable-instance", "event-subscription")) {
            var ids = ids(admin.get("/engine-rest/" + list + "?maxResults=20"), "", "id");
            known.put(list, ids);
            known.put(camel(list.replace("history/", "")) + "Id", ids);
        }
        known.put("execution", ids(admin.get("/engine-rest/task"), "", "executionId"));
        known.put("key", ids(admin.get("/engine-rest/process-definition?latestVersion=true"), "", "key"));
        known.put("efinitionKey", known.get("key"));
        known.put("dossiers", ids(admin.get("/api/dossiers"), "/content", "number"));
        known.put("usinessKey", known.get("dossiers"));
        known.put("umber", known.get("dossiers"));
        for (var register : List.of("awards", "decisions", "teams", "models", "safe-areas", "report-periods", "campaigns", "law")) {
            var answer = admin.get("/api/" + register);
            if (answer.ok()) {
                known.put(register, ids(answer, "/content", "id"));
            }
        }
        known.put("units", List.of("95", "95/954", "95/954/31813"));
        known.put("unit", known.get("units"));
        known.put("user", PEOPLE);
        known.put("userId", PEOPLE);
        known.put("group", List.of("95/954/31813/police-officer", "camunda-admin"));
        known.values().removeIf(List::isEmpty);
        return known;
    }

    private static String camel(String kebab) {
        var words = kebab.split("-");
        return words[0] + Arrays.stream(words).skip(1).map(word -> word.substring(0, 1).toUpperCase() + word.substring(1)).collect(Collectors.joining());
    }

    private static List<String> ids(Answer answer, String at, String field) {
        List<String> ids = new ArrayList<>();
        JsonNode list = answer.expectOk().json().at(at);
        list.forEach(one -> Optional.ofNullable(one.get(field)).map(JsonNode::asText).ifPresent(ids::add));
        return ids;
    }
}
