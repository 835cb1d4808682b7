package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.ResourceAccessException;

import vn.phongtrao.MovableClock;

/** How long answers of Keycloak count, and what holds while there are none. */
class AccountsTest {

    private static final String CHIEF = "/95/954/31813/police-chief";
    private static final String CLERK = "/95/954/31813/committee-clerk";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final AccountProperties LIMITS =
            new AccountProperties(Duration.ofSeconds(60), Duration.ofMinutes(15));
    /** The business may be years away from Keycloak's time. */
    private static final Duration BUSINESS = Duration.ofDays(-800);

    private final MovableClock clock = new MovableClock("2024-07-01");
    private final Keycloak keycloak = new Keycloak();
    private final Accounts accounts = new Accounts(keycloak, LIMITS, clock, () -> BUSINESS);
    private final SignIn chief = signIn(CHIEF);

    private static final class Keycloak implements AccountSource {

        private final Map<String, Account> accounts = new HashMap<>();
        private final AtomicInteger asked = new AtomicInteger();
        private RuntimeException failure;

        @Override
        public Account find(String id) {
            asked.incrementAndGet();
            if (failure != null) {
                throw failure;
            }
            return accounts.getOrDefault(id, Account.ENDED);
        }
    }

    @Test
    void keycloakIsAskedOnceInSixtySecondsForAllSessionsAndTokensOfAPerson() {
        exists(CHIEF);
        var token = signIn(CHIEF);

        assertThat(accounts.of(chief)).isEqualTo(inForce(CHIEF));
        clock.moveBy(Duration.ofSeconds(59));
        accounts.of(token);
        assertThat(keycloak.asked).hasValue(1);

        clock.moveBy(SECOND);
        accounts.of(chief);
        accounts.of(token);
        assertThat(keycloak.asked).hasValue(2);
    }

    @Test
    void whoIsDisabledOrDeletedIsKnownToBeAfterSixtySecondsAtTheLatest() {
        exists(CHIEF);
        accounts.of(chief);
        keycloak.accounts.put(chief.id(), new Account(false, Set.of(CHIEF)));

        clock.moveBy(Duration.ofSeconds(60));
        assertThat(accounts.of(chief)).isEqualTo(new Standing.Ended());

        exists(CHIEF);
        clock.moveBy(Duration.ofSeconds(60));
        assertThat(accounts.of(chief)).isInstanceOf(Standing.InForce.class);

        keycloak.accounts.clear();
        clock.moveBy(Duration.ofSeconds(60));
        assertThat(accounts.of(chief)).isEqualTo(new Standing.Ended());
    }

    @Test
    void groupsAreThoseOfTheAccountAndNotOfTheSignIn() {
        exists(CHIEF);
        accounts.of(chief);
        exists(CLERK);
        clock.moveBy(Duration.ofSeconds(60));

        assertThat(accounts.of(chief)).isEqualTo(inForce(CLERK));
        assertThat(keycloak.asked).hasValue(2);
        accounts.of(chief);
        assertThat(keycloak.asked).as("an old sign-in is no reason to ask").hasValue(2);
    }

    @Test
    void aSignInThatTellsOtherGroupsLaterIsAskedAboutAtOnce() {
        exists(CHIEF);
        accounts.of(chief);
        exists(CLERK);
        clock.moveBy(SECOND);

        assertThat(accounts.of(signIn(CLERK))).isEqualTo(inForce(CLERK));
        assertThat(keycloak.asked).hasValue(2);
    }

    @Test
    void aTokenForEachCallIsNoReasonToAskForEachCall() {
        exists(CHIEF);
        for (int call = 0; call < 10; call++) {
            clock.moveBy(SECOND);
            accounts.of(signIn(CHIEF));
        }
        assertThat(keycloak.asked).hasValue(1);
    }

    @Test
    void whoIsEnabledAgainComesInWithTheNextSignIn() {
        accounts.of(chief);
        exists(CHIEF);
        clock.moveBy(SECOND);

        assertThat(accounts.of(chief)).isEqualTo(new Standing.Ended());
        assertThat(accounts.of(signIn(CHIEF))).isEqualTo(inForce(CHIEF));
    }

    @Test
    void anAnswerCountsMoreThanASignInOfTheSameSecond() {
        var justNow = new SignIn(chief.id(), chief.groups(), now().plusMillis(999));
        assertThat(accounts.of(justNow)).isEqualTo(new Standing.Ended());

        exists(CLERK);
        assertThat(accounts.of(justNow)).isEqualTo(inForce(CLERK));
    }

    @Test
    void whileKeycloakIsAwayOfficersActForTheSetTimeAndThenOnlyRead() {
        exists(CHIEF);
        accounts.of(chief);
        clock.moveBy(Duration.ofHours(3));
        var known = accounts.of(chief);
        clock.moveBy(Duration.ofSeconds(60));
        keycloak.failure = new ResourceAccessException("away");

        assertThat(accounts.of(chief)).isEqualTo(known);
        clock.moveBy(Duration.ofMinutes(15).minus(SECOND));
        assertThat(accounts.of(chief)).isEqualTo(known);
        clock.moveBy(SECOND);
        assertThat(((Standing.InForce) accounts.of(chief)).confirmed()).isFalse();

        keycloak.failure = null;
        clock.moveBy(Accounts.PAUSE);
        assertThat(((Standing.InForce) accounts.of(chief)).confirmed()).isTrue();
    }

    @Test
    void theSetTimeBeginsForEverybodyWhenKeycloakGoes() {
        keycloak.failure = new OAuth2AuthorizationException(new OAuth2Error("away"));
        accounts.of(chief);
        clock.moveBy(Duration.ofMinutes(15));

        assertThat(accounts.of(new SignIn("another", Set.of(CLERK), now())))
                .isEqualTo(new Standing.InForce(Set.of(CLERK), now(), false));
    }

    @Test
    void whoseAccountHasEndedStaysOutWhileKeycloakIsAway() {
        accounts.of(chief);
        keycloak.failure = new ResourceAccessException("away");
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(accounts.of(chief)).isEqualTo(new Standing.Ended());
    }

    @Test
    void fewWaitForAKeycloakThatIsAway() {
        keycloak.failure = new ResourceAccessException("away");
        IntStream.range(0, 50).forEach(person -> accounts.of(new SignIn("person " + person, Set.of(), now())));
        assertThat(keycloak.asked).hasValue(1);

        clock.moveBy(Accounts.PAUSE);
        IntStream.range(0, 50).forEach(person -> accounts.of(new SignIn("person " + person, Set.of(), now())));
        assertThat(keycloak.asked).hasValue(2);
    }

    @Test
    void whileOneWaitsForAKeycloakThatIsAwayTheOthersGoOn() throws Exception {
        var asking = new CountDownLatch(1);
        var failing = new CountDownLatch(1);
        var tries = new AtomicInteger();
        var hanging = new Accounts(id -> {
            if (tries.incrementAndGet() > 1) {
                asking.countDown();
                await(failing);
            }
            throw new ResourceAccessException("away");
        }, LIMITS, clock, () -> BUSINESS);
        hanging.of(chief);
        clock.moveBy(Accounts.PAUSE);
        var waiting = Executors.newSingleThreadExecutor();
        try {
            var first = waiting.submit(() -> hanging.of(chief));
            await(asking);

            assertThat(hanging.of(new SignIn("another", Set.of(CLERK), now()))).isEqualTo(inForce(CLERK));
            assertThat(tries).hasValue(2);
            assertThat(first.isDone()).isFalse();
            failing.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Standing.InForce.class);
        } finally {
            failing.countDown();
            waiting.shutdownNow();
        }
    }

    @Test
    void aClockThatIsPutBackMakesNoAnswerLastLonger() {
        exists(CHIEF);
        accounts.of(chief);
        keycloak.accounts.clear();
        clock.moveBy(Duration.ofMinutes(-30));

        assertThat(accounts.of(new SignIn(chief.id(), chief.groups(), Instant.EPOCH)))
                .isEqualTo(new Standing.Ended());
    }

    @Test
    void nobodyIsAskedForTwiceAtTheSameTime() throws Exception {
        exists(CHIEF);
        var answer = new CountDownLatch(1);
        var slow = new Accounts(id -> {
            await(answer);
            return keycloak.find(id);
        }, LIMITS, clock, () -> BUSINESS);
        var requests = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8).mapToObj(request -> requests.submit(() -> slow.of(chief))).toList();
            answer.countDown();
            for (var each : answers) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(inForce(CHIEF));
            }
        } finally {
            requests.shutdownNow();
        }
        assertThat(keycloak.asked).hasValue(1);
    }

    private static void await(CountDownLatch event) {
        try {
            assertThat(event.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void exists(String group) {
        keycloak.accounts.put("5e95a945", new Account(true, Set.of(group)));
    }

    private SignIn signIn(String group) {
        return new SignIn("5e95a945", Set.of(group), now());
    }

    private Standing inForce(String group) {
        return new Standing.InForce(Set.of(group), now(), true);
    }

    private Instant now() {
        return clock.instant().minus(BUSINESS);
    }
}
