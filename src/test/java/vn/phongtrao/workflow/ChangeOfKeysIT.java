package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.proposal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.Application;
import vn.phongtrao.citizen.KeyOverview;
import vn.phongtrao.citizen.KeyStatus;
import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.local.LocalDatabase;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** Dossiers that began under one key go on under the next, while and after everything is sealed anew. */
@ScenarioTest
@DirtiesContext
class ChangeOfKeysIT {

    private static final String NEW_KEY = "a2V5LW9mLXRoZS1uZXh0LXllYXJzLW9ubHktMDEyMyE=";
    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = Journey.officer(POLICE_OFFICER, COMMUNE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final String URL = LocalPostgres.shared().freshDatabase();
    /** Has a table that is changed with each person: nothing is sealed anew meanwhile. */
    private static final Connection LONG_STEP = longStep();

    private static final Map<String, Object> AWARDED = individual("Người đã được khen");
    private static final Map<String, Object> TWICE = individual("Người trong hai hồ sơ");
    private static String first;
    private static String second;

    @Autowired
    Journey journey;
    @Autowired
    AwardRegister awards;
    @Autowired
    KeyOverview keys;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;

    private static Connection longStep() {
        try {
            var connection = DriverManager.getConnection(URL, LocalPostgres.USER, "");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        LONG_STEP.close();
    }

    /** What was there before: an award, and two dossiers for one achievement. */
    @DynamicPropertySource
    static void before(DynamicPropertyRegistry properties) {
        try (var old = new SpringApplicationBuilder(Application.class, ScenarioTest.Cast.class, Journey.class)
                .initializers(context -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "spring.datasource.url=" + URL,
                        "server.port=0"), new LocalDatabase()).run()) {
            var journey = old.getBean(Journey.class);
            award(journey, propose(journey, AWARDED));
            first = propose(journey, TWICE);
            second = propose(journey, TWICE, individual("Người còn lại"));
        }
        try (var statement = LONG_STEP.createStatement()) {
            statement.execute("lock table team_rating_row in exclusive mode");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        properties.add("spring.datasource.url", () -> URL);
        properties.add("phongtrao.citizen-key", () -> NEW_KEY);
        properties.add("phongtrao.citizen-other-keys", () -> LocalServices.DEMO_CITIZEN_KEY);
        properties.add("phongtrao.citizen-rotation-every", () -> "200ms");
    }

    private static String propose(Journey journey, Object... persons) {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(persons)));
    }

    private static void award(Journey journey, String number) {
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", Journey.officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", Journey.officer(COMMITTEE_CLERK, COMMUNE));
        journey.approve(number, "decide", Journey.officer(COMMITTEE_CHAIR, COMMUNE));
    }

    private void refusedAsAwarded(Map<String, Object> person) {
        assertThatThrownBy(() -> propose(journey, person)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.getMessage()).contains("đã được khen thưởng"));
        assertThat(awards.ofPerson((String) person.get("citizenId"), ADMINISTRATOR, PageRequest.of(0, 5)).getTotalElements()).isOne();
    }

    @Test
    void everyTransactionThatWritesTakesItsTurn() {
        var writes = new TransactionTemplate(transactions);
        var reads = new TransactionTemplate(transactions);
        reads.setReadOnly(true);
        assertThat(List.of(writes, reads)).extracting(transaction -> transaction.execute(status -> jdbc.sql("""
                select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and pid = pg_backend_pid()""")
                .query(Long.class).single())).containsExactly(1L, 0L);
    }

    @Test
    void nobodyIsAwardedTwiceWhileEverythingIsSealedAnewNorAfterwards() throws SQLException {
        assertThat(keys.status().toSeal()).isGreaterThan(3);
        refusedAsAwarded(AWARDED);
        var person = individual("Người mới");
        award(journey, propose(journey, person));
        refusedAsAwarded(person);
        award(journey, first);
        refusedAsAwarded(TWICE);
        assertThat(keys.status().keys()).extracting(KeyStatus.Key::state).containsExactly(KeyStatus.State.FORMER, KeyStatus.State.IN_FORCE);
        assertThat(jdbc.sql("select count(distinct substring(citizen_cipher from 1 for 8)) from nominee where citizen_cipher is not null")
                .query(Long.class).single()).as("keys in use").isEqualTo(2);

        LONG_STEP.rollback();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() ->
                assertThat(keys.status().keys()).extracting(KeyStatus.Key::state).doesNotContain(KeyStatus.State.FORMER));

        var status = keys.status();
        assertThat(status.toSeal()).isZero();
        assertThat(status.digestsAlone()).isZero();
        assertThat(status.keys()).extracting(KeyStatus.Key::state).containsExactly(KeyStatus.State.EMPTY, KeyStatus.State.IN_FORCE);
        assertThat(status.nodes()).singleElement().satisfies(node -> assertThat(node.keys()).hasSize(2));
        List.of(AWARDED, TWICE, person).forEach(this::refusedAsAwarded);
        award(journey, second);
        assertThat(jdbc.sql("select name from award where dossier_number = ?").param(second).query(String.class).list())
                .as("of the dossier that began under the former key").containsExactly("Người còn lại");
        var other = new HashMap<>(proposal("province-merit", "ad-hoc", List.of(AWARDED)));
        other.put("achievement", "Thành tích khác");
        assertThat(journey.propose(DRAFTER, other)).startsWith("KT-31813-2024-");
    }
}
