package vn.phongtrao.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.DecisionRevoked;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierEnded;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierOpened;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.outbox.Channel;
import vn.phongtrao.outbox.SendNow;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** What systems are called with, who keeps them, and what becomes of those that do not answer. */
@SpringJUnitWebConfig(WebhooksTest.Slice.class)
@TestPropertySource(properties = {"phongtrao.province=bac-lieu-2024", "phongtrao.webhooks.networks=127.0.0.0/8",
        "phongtrao.citizen-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "phongtrao.outbox.mail.pauses=1m",
        "phongtrao.outbox.mail.give-up-after=3d", "phongtrao.outbox.webhook.pauses=1m, 6h",
        "phongtrao.outbox.webhook.give-up-after=3d", "phongtrao.outbox.in-hand=15m", "phongtrao.outbox.kept=30d",
        "phongtrao.webhooks.public-url=https://phongtrao.example.vn/"})
class WebhooksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DossierNumber NUMBER = DossierNumber.of("KT-31813-2024-00001");
    private static final Officer ADMINISTRATOR = Officer.of("admin", List.of(Officer.ADMINISTRATORS));

    private static Officer asking;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.webhook", "vn.phongtrao.outbox", "vn.phongtrao.unit", "vn.phongtrao.citizen"})
    @ConfigurationPropertiesScan({"vn.phongtrao.webhook", "vn.phongtrao.outbox", "vn.phongtrao.unit", "vn.phongtrao.citizen"})
    @Import(TestTables.class)
    static class Slice {

        @Bean
        CurrentOfficer officer() {
            return () -> asking;
        }

        @Bean
        Dossiers dossiers() {
            var dossiers = mock(Dossiers.class);
            when(dossiers.require(NUMBER)).thenAnswer(call -> dossier());
            return dossiers;
        }

        @Bean
        DecisionRegister decisions() {
            var register = mock(DecisionRegister.class);
            when(register.on(NUMBER)).thenReturn(List.of(new Decision(5, UnitPath.of("95/954/31813"),
                    Position.COMMITTEE_CHAIR, Decision.MATTER, "QĐ-UBND", 2024, 7, null, "Người mẫu", NUMBER,
                    UnitPath.of("95/954/31813"), "committee-chair.31813", "code")));
            return register;
        }
    }

    /** A call that has come. */
    private record Call(Map<String, String> headers, String body) {

        JsonNode json() {
            return read(body);
        }
    }

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Listening listening;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private SendNow post;
    @Autowired
    private PlatformTransactionManager transactions;

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private MockMvcTester http;
    private HttpServer system;
    private volatile int status = 204;

    @BeforeEach
    void start() throws IOException {
        http = MockMvcTester.from(context);
        asking = ADMINISTRATOR;
        clock.moveTo("2024-07-01");
        jdbc.sql("delete from outgoing_message").update();
        jdbc.sql("delete from webhook_subscription").update();
        system = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        system.setExecutor(Executors.newCachedThreadPool());
        system.createContext("/", this::answer);
        system.start();
    }

    @AfterEach
    void stop() {
        system.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        calls.add(new Call(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + system.getAddress().getPort() + "/else");
        }
        if (exchange.getRequestURI().getPath().equals("/endless")) {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[64_000]);
                }
            } catch (IOException gone) {
                return;
            }
        }
        var said = status == 204 ? new byte[0] : "{\"said\": true}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    @Test
    void aSystemIsToldAndCanTellThatItWasUs() {
        var secret = enter("dossier.opened").get("secret").asText();

        opened();
        post.now(Channel.WEBHOOK);

        var call = calls.get(0);
        assertThat(call.headers().get("webhook-signature")).isEqualTo(Signature.of(call.headers().get("webhook-id"),
                Long.parseLong(call.headers().get("webhook-timestamp")), call.body(), List.of(secret)));
        assertThat(call.headers().get("webhook-id")).matches("msg_[-0-9a-f]{36}");
        assertThat(call.headers().get("webhook-timestamp")).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(call.json()).isEqualTo(read("""
                {"type": "dossier.opened", "timestamp": "2024-07-01T02:00:00Z", "data": {
                    "dossierNumber": "KT-31813-2024-00001", "process": "commendation", "unitPath": "95/954/31813",
                    "status": "in-progress", "link": "https://phongtrao.example.vn/dossiers/KT-31813-2024-00001"}}"""));
    }

    @Test
    void decisionsAreToldByTheirNumbers() {
        enter("dossier.decided");

        publish(new DossierEnded(dossier(), Status.DECIDED));
        post.now(Channel.WEBHOOK);

        assertThat(calls.get(0).json().at("/data/decisions")).isEqualTo(read("[{\"id\": 5, \"number\": \"07/QĐ-UBND\"}]"));
        assertThat(calls.get(0).body()).doesNotContain("Người mẫu");
    }

    @Test
    void aRevocationIsToldOfTheDossierThatWasDecidedOn() {
        enter("decision.revoked");

        publish(new DecisionRevoked(NUMBER, Set.of(7L), new Revocation(9L, "12/QĐ-UBND", LocalDate.parse("2024-08-05"),
                DossierNumber.of("TH-31813-2024-00001"))));
        post.now(Channel.WEBHOOK);

        var data = calls.get(0).json().at("/data");
        assertThat(data.at("/dossierNumber").asText()).isEqualTo(NUMBER.value());
        assertThat(data.at("/decisions")).isEqualTo(read("[{\"id\": 9, \"number\": \"12/QĐ-UBND\"}]"));
    }

    @Test
    void whatIsUndoneIsNotTold() {
        enter("dossier.opened");
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            events.publishEvent(new DossierOpened(dossier()));
            undone.setRollbackOnly();
        });
        assertThat(messages()).isZero();
    }

    @Test
    void aSystemIsToldOfItsUnitAndOfWhatItAsksForAlone() {
        enter("dossier.ended");
        send("POST", "", wanted("95/956/31843", "dossier.opened"));
        listening.refresh();

        opened();

        assertThat(messages()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 1"})
    void aStepWritesOnceForAllAndNothingWithoutAny(int systems, int statements) {
        for (int number = 0; number < systems; number++) {
            enter("dossier.opened");
        }
        opened();
        assertThat(messages()).isEqualTo(systems);
        assertThat(jdbc.sql("select count(distinct xmin::text) from outgoing_message").query(Integer.class).single())
                .isEqualTo(statements);
    }

    @Test
    void noMoreThanFiftySystemsAreToldHoweverManyAreEnteredAtOnce() {
        for (int number = 0; number < 45; number++) {
            enter("dossier.opened");
        }
        var statuses = atOnce(() -> result("POST", "", wanted("95/954/31813", "dossier.opened")).getResponse().getStatus());

        assertThat(statuses).containsOnly(201, 422);
        assertThat(all()).hasSize(50);
    }

    @Test
    void whoeverDeletesASystemThatAnotherHasDeletedIsToldSo() {
        var id = enter("dossier.opened").get("id").asLong();
        var statuses = atOnce(() -> status("DELETE", "/" + id));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
    }

    private static List<Integer> atOnce(Supplier<Integer> call) {
        var threads = Executors.newFixedThreadPool(16);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(call, threads)).limit(16).toList().stream()
                    .map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoSaysThatItIsGoneIsNotToldAnyMore() {
        var id = enter("dossier.opened").get("id").asLong();
        status = 410;
        opened();
        post.now(Channel.WEBHOOK);

        assertThat(all().get(0).get("enabled").asBoolean()).isFalse();
        assertThat(all().get(0).get("stopped").asText()).isEqualTo("gone");
        assertThat(read(send("GET", "/" + id + "/deliveries", null)).at("/content/0/state").asText()).isEqualTo("given-up");
        listening.refresh();
        opened();
        assertThat(messages()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500, 503})
    void whatIsNotTakenComesAgainUnderTheSameNameAndLeadsNowhereElse(int refusal) {
        enter("dossier.opened");
        status = refusal;
        opened();
        post.now(Channel.WEBHOOK);
        post.now(Channel.WEBHOOK);
        assertThat(calls).hasSize(1);

        status = 204;
        clock.moveBy(Duration.ofMinutes(1));
        post.now(Channel.WEBHOOK);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).headers().get("webhook-id")).isEqualTo(calls.get(0).headers().get("webhook-id"));
        assertThat(all().get(0).get("failingSince").isNull()).isTrue();
    }

    @Test
    void whoFailsForDaysIsNotToldAnyMore() {
        enter("dossier.opened");
        status = 503;
        for (int day = 0; day <= 5; day++) {
            opened();
            post.now(Channel.WEBHOOK);
            assertThat(all().get(0).get("enabled").asBoolean()).isEqualTo(day < 5);
            clock.moveBy(Duration.ofDays(1));
        }
        assertThat(all().get(0).get("stopped").asText()).isEqualTo("failing");
    }

    /** More than there are connections, so that each is given back. */
    @Test
    void anAnswerWithABodyIsOneToo() {
        var id = enter("dossier.opened").get("id").asLong();
        status = 200;
        for (int time = 0; time < 12; time++) {
            send("POST", "/" + id + "/test", null);
        }
        post.now(Channel.WEBHOOK);
        assertThat(jdbc.sql("select count(*) from outgoing_message where answer = '200'").query(Long.class).single())
                .isEqualTo(12);
        assertThat(calls).hasSize(12);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        var body = wanted("95/954/31813", "dossier.opened");
        body.put("target", body.get("target") + "endless");
        send("POST", "", body);
        listening.refresh();
        opened();

        post.now(Channel.WEBHOOK);

        assertThat(jdbc.sql("select answer from outgoing_message").query(String.class).single()).isEqualTo("200");
    }

    @Test
    void aTargetThatMayNotBeCalledAnyMoreIsNotCalled() {
        enter("dossier.opened");
        jdbc.sql("update webhook_subscription set target = 'http://10.0.0.1/'").update();
        opened();

        post.now(Channel.WEBHOOK);

        assertThat(jdbc.sql("select answer from outgoing_message").query(String.class).single()).isEqualTo("not called");
    }

    @Test
    void aReplacedSecretSignsForADay() {
        var entered = enter("dossier.opened");
        var id = entered.get("id").asLong();
        var next = read(send("POST", "/" + id + "/secret", null)).get("secret").asText();
        send("POST", "/" + id + "/test", null);
        post.now(Channel.WEBHOOK);
        assertThat(calls.get(0).headers().get("webhook-signature")).matches("v1,\\S+ v1,\\S+");

        clock.moveBy(Duration.ofHours(24));
        send("POST", "/" + id + "/test", null);
        post.now(Channel.WEBHOOK);
        var call = calls.get(1);
        assertThat(call.headers().get("webhook-signature")).isEqualTo(Signature.of(call.headers().get("webhook-id"),
                clock.instant().getEpochSecond(), call.body(), List.of(next)));
        assertThat(call.json().get("type").asText()).isEqualTo("webhook.test");
    }

    @Test
    void whatWasSentCanBeSentAgain() {
        var id = enter("dossier.opened").get("id").asLong();
        opened();
        post.now(Channel.WEBHOOK);
        var delivery = read(send("GET", "/" + id + "/deliveries", null)).at("/content/0/id").asText();

        assertThat(status("POST", "/" + id + "/deliveries/" + delivery + "/again")).isEqualTo(202);
        assertThat(status("POST", "/" + id + "/deliveries/" + delivery + "/again")).isEqualTo(409);
        assertThat(status("POST", "/" + id + "/deliveries/0/again")).isEqualTo(404);
        post.now(Channel.WEBHOOK);
        assertThat(calls).hasSize(2);
    }

    @Test
    void secretsAreToldOnceAndKeptSealed() {
        var secret = enter("dossier.opened").get("secret").asText();

        assertThat(all().toString()).doesNotContain("secret", secret);
        assertThat(jdbc.sql("select encode(secret, 'escape') from webhook_subscription").query(String.class).single())
                .doesNotContain(secret, "whsec_");
    }

    @Test
    void administratorsAlone() {
        var id = enter("dossier.opened").get("id").asLong();
        asking = Officer.of("police-chief.31813", List.of("95/954/31813/police-chief"));
        for (var call : List.of("GET ", "POST ", "PUT /" + id, "DELETE /" + id, "POST /" + id + "/secret",
                "POST /" + id + "/test", "GET /" + id + "/deliveries", "POST /" + id + "/deliveries/1/again")) {
            var parts = call.split(" ", -1);
            assertThat(result(parts[0], parts[1], wanted("95/954/31813", "dossier.opened"))).as(call).hasStatus(403);
        }
        for (var call : List.of("GET /api/outbox", "GET /api/outbox/standing", "POST /api/outbox/1/again")) {
            var parts = call.split(" ");
            assertThat(http.method(HttpMethod.valueOf(parts[0])).uri(parts[1]).exchange()).as(call).hasStatus(403);
        }
    }

    @Test
    void whatIsNoSubscriptionIsRefused() {
        var good = wanted("95/954/31813", "dossier.opened");
        for (var bad : List.of(Map.of("target", "http://10.0.0.1/"), Map.of("target", "x".repeat(501)), Map.of("target", 1),
                Map.of("unitPath", "95/1/2"), Map.of("unitPath", "x"), Map.of("events", List.of()),
                Map.of("events", List.of("dossier.eaten")), Map.of("events", "dossier.opened"), Map.of("enabled", "yes"))) {
            var body = new HashMap<String, Object>(good);
            body.putAll(bad);
            assertThat(result("POST", "", body).getResponse().getStatus()).as(bad.toString()).isIn(400, 404);
        }
        assertThat(status("PUT", "/999")).isIn(400, 404);
        assertThat(status("DELETE", "/999")).isEqualTo(404);
        assertThat(status("DELETE", "/x")).isIn(400, 404);
        assertThat(all()).isEmpty();
    }

    private void opened() {
        publish(new DossierOpened(dossier()));
    }

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(step -> events.publishEvent(event));
    }

    private static Dossier dossier() {
        var dossier = mock(Dossier.class);
        when(dossier.number()).thenReturn(NUMBER);
        when(dossier.process()).thenReturn("commendation");
        when(dossier.unitPath()).thenReturn(UnitPath.of("95/954/31813"));
        when(dossier.status()).thenReturn(Status.IN_PROGRESS);
        return dossier;
    }

    private Map<String, Object> wanted(String unit, String type) {
        return new HashMap<>(Map.of("target", "http://127.0.0.1:%d/".formatted(system.getAddress().getPort()),
                "unitPath", unit, "events", List.of(type), "enabled", true));
    }

    private JsonNode enter(String type) {
        var entered = read(send("POST", "", wanted("95/954", type)));
        listening.refresh();
        return entered;
    }

    private JsonNode all() {
        return read(send("GET", "", null));
    }

    private long messages() {
        return jdbc.sql("select count(*) from outgoing_message").query(Long.class).single();
    }

    private int status(String method, String path) {
        return result(method, path, null).getResponse().getStatus();
    }

    private String send(String method, String path, Object body) {
        var result = result(method, path, body);
        assertThat(result).hasStatus2xxSuccessful();
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult result(String method, String path, Object body) {
        try {
            var request = http.method(HttpMethod.valueOf(method)).uri("/api/webhooks" + path)
                    .contentType(MediaType.APPLICATION_JSON);
            return (body == null ? request : request.content(JSON.writeValueAsString(body))).exchange();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
