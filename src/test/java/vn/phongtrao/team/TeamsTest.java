package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.Role.MEMBER;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Hamlet;

@SpringJUnitConfig(TeamsTest.Slice.class)
class TeamsTest {

    private static final String COMMUNE = "95/954/31813";
    private static final LocalDate START = LocalDate.of(2024, 7, 1);

    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableJdbcRepositories(basePackageClasses = Teams.class)
    @Import({AbstractJdbcConfiguration.class, Teams.class, Quotas.class})
    static class Slice {

        @Bean
        DataSource dataSource() {
            return TestDatabase.create();
        }

        @Bean
        NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource dataSource) {
            return new NamedParameterJdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock("2024-07-01");
        }
    }

    @Autowired
    private Teams teams;
    @Autowired
    private Quotas quotas;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    private int numbers;

    @BeforeEach
    void emptyRegister() {
        jdbc.sql("truncate team, team_quota, hamlet, decision cascade").update();
    }

    @Test
    void membersServeFromTheDayOfTheDecisionInTheirRoles() {
        var team = team("31813-01", 3);
        join(team, "c1", DEPUTY);
        join(team, "c2", LEADER);

        assertThat(teams.serving(team.id())).extracting(Serving::role).containsExactly(LEADER, DEPUTY);
        assertThat(teams.serving(team.id())).extracting(serving -> serving.member().joinedOn()).containsOnly(START);
    }

    @Test
    void nothingChangesWithoutATransaction() {
        var team = team("31813-01", 3);
        assertThatThrownBy(() -> teams.recognise(team.id(), person("c1"), MEMBER, decision(), START))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void personServesInOneTeamAtATime() {
        var first = team("31813-01", 3);
        var second = team("31813-02", 3);
        var member = join(first, "c1", MEMBER);

        assertRefused(() -> join(second, "c1", MEMBER), "đang là thành viên của một Tổ");
        run(() -> teams.leave(member.id(), "leave-on-request", decision(), START.plusDays(30)));
        assertThat(join(second, "c1", MEMBER, START.plusDays(30)).teamId()).isEqualTo(second.id());
    }

    @Test
    void twoTeamsAtOnceDoNotBothTakeAPerson() throws Exception {
        var first = team("31813-01", 3);
        var second = team("31813-02", 3);
        var other = otherCommune();
        assertThat(atOnce(() -> join(first, "c1", MEMBER), () -> join(second, "c1", MEMBER),
                () -> join(other, "c1", MEMBER))).isOne();
        assertThat(jdbc.sql("select count(*) from team_member").query(Long.class).single()).isOne();
    }

    @Test
    void twoAtOnceDoNotTakeTheLastSeat() throws Exception {
        var team = team("31813-01", 1);
        assertThat(atOnce(() -> join(team, "c1", MEMBER), () -> join(team, "c2", MEMBER))).isOne();
    }

    @Test
    void twoAtOnceDoNotEstablishOneTeam() throws Exception {
        var hamlet = hamlet(COMMUNE, "31813-01", 3);
        Supplier<Team> establish = () -> run(() -> teams.establish(hamlet, "Tổ mẫu", decision(), START));
        assertThat(atOnce(establish, establish)).isOne();
    }

    @Test
    void noSeatsWithoutAQuota() {
        var team = team("31813-01", 0);
        assertRefused(() -> join(team, "c1", MEMBER), "đủ số lượng thành viên");
        assertThat(quotas.seatsFree(COMMUNE, COMMUNE + "/31813-09", START)).isZero();
        assertThat(quotas.teamsFree(COMMUNE, COMMUNE + "/31813-09", START)).isZero();
    }

    @Test
    void smallerOfTheTwoQuotasCounts() {
        var team = team("31813-01", 3);
        quotas.keep(new Quotas.Quota(COMMUNE, null, 1, 2, START, "01/QĐ-UBND", null), "committee-clerk.95");
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START)).isEqualTo(2);
        join(team, "c1", LEADER);
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START)).isOne();
        assertThat(quotas.teamsFree(COMMUNE, team.hamletPath(), START)).isZero();
    }

    @Test
    void quotaCountsFromItsDayAndTheEarlierOneStays() {
        var team = team("31813-01", 3);
        quotas.keep(new Quotas.Quota(COMMUNE, team.hamletPath(), 1, 5, START.plusDays(10), "02/QĐ-UBND", null), "x");
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START.plusDays(9))).isEqualTo(3);
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START.plusDays(10))).isEqualTo(5);
    }

    @Test
    void decisionOfTheProvinceRaisesTheHamletAndTheCommuneAsFarAsNeeded() {
        var team = team("31813-01", 3);
        join(team, "c1", LEADER);
        quotas.keep(new Quotas.Quota(COMMUNE, null, 1, 4, START, "01/QĐ-UBND", null), "x");
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values (?, ?, '31813-02', 'Khóm mẫu', '2024-01-01')""").params(COMMUNE + "/31813-02", COMMUNE).update();
        quotas.decide(COMMUNE, COMMUNE + "/31813-02", 9, decision(), START);

        assertThat(quotas.seatsFree(COMMUNE, COMMUNE + "/31813-02", START)).isEqualTo(9);
        assertThat(quotas.teamsFree(COMMUNE, COMMUNE + "/31813-02", START)).isOne();
        assertThat(quotas.quota(COMMUNE, null, START)).get().extracting(Quotas.Quota::seats, Quotas.Quota::teams)
                .containsExactly(10, 2);
    }

    @Test
    void changedRoleIsAddedAndTheEarlierOneStays() {
        var team = team("31813-01", 3);
        var member = join(team, "c1", DEPUTY);
        run(() -> teams.changeRole(member.id(), LEADER, decision(), START.plusDays(5)));

        assertThat(teams.serving(team.id())).extracting(Serving::role).containsExactly(LEADER);
        assertThat(jdbc.sql("select role from team_role order by id").query(String.class).list())
                .containsExactly("DEPUTY", "LEADER");
        assertRefused(() -> run(() -> teams.changeRole(member.id(), LEADER, decision(), START.plusDays(6))), "đã là");
        assertRefused(() -> run(() -> teams.changeRole(member.id(), MEMBER, decision(), START)), "trước ngày");
    }

    @Test
    void memberLeavesOnce() {
        var team = team("31813-01", 3);
        var member = join(team, "c1", MEMBER);
        run(() -> teams.leave(member.id(), "leave-on-health", decision(), START.plusDays(1)));

        assertThat(teams.serving(team.id())).isEmpty();
        assertRefused(() -> run(() -> teams.leave(member.id(), "leave-on-health", decision(), START.plusDays(2))),
                "không còn tham gia");
        assertRefused(() -> run(() -> teams.changeRole(member.id(), LEADER, decision(), START.plusDays(2))),
                "không còn tham gia");
    }

    @Test
    void everybodyLeavesADissolvedTeamAndNobodyJoinsIt() {
        var team = team("31813-01", 3);
        join(team, "c1", LEADER);
        join(team, "c2", DEPUTY);
        run(() -> teams.dissolve(team.id(), decision(), START.plusDays(3)));

        assertThat(teams.require(team.id()).dissolvedOn()).isEqualTo(START.plusDays(3));
        assertThat(teams.serving(team.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from team_member").query(Long.class).single()).isEqualTo(2);
        assertRefused(() -> join(team, "c3", MEMBER), "đã giải thể");
        assertThat(quotas.teamsFree(COMMUNE, team.hamletPath(), START)).isOne();
    }

    @Test
    void rowsThatALogCouldQuoteNameNobody() {
        var team = team("31813-01", 3);
        assertThat(join(team, "c1", MEMBER)).asString().doesNotContain("Người", "***");
        assertThat(person("c1")).asString().doesNotContain("Người");
    }

    /** @return how many got through; the others were refused */
    private static long atOnce(Supplier<?>... tries) throws Exception {
        var threads = Executors.newFixedThreadPool(tries.length);
        try {
            var through = 0L;
            for (var call : threads.invokeAll(Arrays.stream(tries).map(TeamsTest::succeeds).toList())) {
                through += call.get() ? 1 : 0;
            }
            return through;
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Boolean> succeeds(Supplier<?> work) {
        return () -> {
            try {
                work.get();
                return true;
            } catch (Refusal refused) {
                return false;
            }
        };
    }

    private Team team(String code, int seats) {
        var hamlet = hamlet(COMMUNE, code, seats);
        return run(() -> teams.establish(hamlet, "Tổ mẫu " + code, decision(), START));
    }

    private Team otherCommune() {
        var hamlet = hamlet("95/956/31843", "31843-01", 3);
        return run(() -> teams.establish(hamlet, "Tổ mẫu khác", decision(), START));
    }

    private Hamlet hamlet(String commune, String code, int seats) {
        var path = commune + "/" + code;
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values (?, ?, ?, ?, '2024-01-01')""").params(path, commune, code, "Khóm mẫu " + code).update();
        quotas.keep(new Quotas.Quota(commune, path, 1, seats, START, "01/QĐ-UBND", null), "committee-clerk.95");
        return new Hamlet(path, commune, code, "Khóm mẫu " + code, START, null, true);
    }

    private Member join(Team team, String citizen, Role role) {
        return join(team, citizen, role, START);
    }

    private Member join(Team team, String citizen, Role role, LocalDate on) {
        return run(() -> teams.recognise(team.id(), person(citizen), role, decision(), on));
    }

    private static Person person(String citizen) {
        return new Person("Người mẫu", LocalDate.of(1990, 1, 1), "male",
                new SealedNumber(citizen.getBytes(), citizen.getBytes(), "0********123"));
    }

    private synchronized Decision decision() {
        numbers++;
        return jdbc.sql("""
                        insert into decision (authority, symbol, year, number, signed_on, subject, dossier_number, unit_path,
                                              signer)
                        values (?, 'QĐ-UBND', 2024, ?, '2024-07-01', 'Quyết định mẫu', 'TDT-1', ?, 'committee-chair')
                        returning id""").params(COMMUNE, numbers, COMMUNE).query((row, index) ->
                        new Decision(row.getLong("id"), COMMUNE, "QĐ-UBND", 2024, numbers, START, "Quyết định mẫu",
                                "TDT-1", COMMUNE, "committee-chair", "code")).single();
    }

    private <T> T run(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void run(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static void assertRefused(ThrowingCallable work, String message) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }
}
