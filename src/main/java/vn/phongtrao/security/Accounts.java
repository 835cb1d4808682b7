package vn.phongtrao.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.BusinessClock;

/**
 * How accounts stand, asked of Keycloak and known for a while by all sessions and tokens of a person. Each node asks for
 * itself, and for nobody twice at the same time.
 */
@Component
class Accounts {

    /** While Keycloak is away it is asked no more often than this, so that few requests wait for it. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final AccountSource keycloak;
    private final AccountProperties limits;
    /** Keycloak's time, not that of the business. */
    private final InstantSource time;
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(MOST).build();
    /** Null while Keycloak answers. */
    private volatile Silence silence;

    Accounts(AccountSource keycloak, AccountProperties limits, Clock clock, BusinessClock business) {
        this.keycloak = keycloak;
        this.limits = limits;
        this.time = () -> clock.instant().minus(business.offset());
    }

    /**
     * @param account         the last answer; null when there was none
     * @param asOf            when it was asked for
     * @param unansweredSince from when on newer answers were missing; null when none is
     */
    private record Known(Account account, Instant asOf, Instant unansweredSince) {
    }

    private record Silence(Instant since, Instant lastTried) {
    }

    Standing of(SignIn signIn) {
        var found = known.getIfPresent(signIn.id());
        if (!isFresh(found, signIn)) {
            found = known.asMap().compute(signIn.id(), (id, latest) -> isFresh(latest, signIn) ? latest
                    : ask(id, latest));
        }
        var newer = found.account == null
                || found.unansweredSince != null && signIn.asOf().isAfter(found.asOf);
        if (!newer && !found.account.enabled()) {
            return new Standing.Ended();
        }
        var confirmed = found.unansweredSince == null
                || age(found.unansweredSince).compareTo(limits.actsWithoutKeycloak()) < 0;
        return newer ? new Standing.InForce(signIn.groups(), signIn.asOf(), confirmed)
                : new Standing.InForce(found.account.groups(), found.asOf, confirmed);
    }

    /** What a sign-in says otherwise, and later, is a reason to ask again. */
    private boolean isFresh(Known found, SignIn signIn) {
        if (found == null || found.account == null || found.unansweredSince != null) {
            return false;
        }
        var age = age(found.asOf);
        return !age.isNegative() && age.compareTo(limits.knownFor()) < 0
                && (!signIn.asOf().isAfter(found.asOf)
                || found.account.enabled() && found.account.groups().equals(signIn.groups()));
    }

    private Known ask(String id, Known latest) {
        var now = time.instant();
        var silent = silence;
        if (silent != null && age(silent.lastTried).abs().compareTo(PAUSE) < 0) {
            return unanswered(latest, silent);
        }
        if (silent != null) {
            // the others go on while this one waits
            silence = new Silence(silent.since, now);
        }
        try {
            var account = keycloak.find(id);
            if (silent != null) {
                LOG.info("Keycloak tells how accounts stand again");
            }
            silence = null;
            return new Known(account, now, null);
        } catch (RuntimeException failure) {
            if (silent == null) {
                LOG.warn("Keycloak does not tell how accounts stand; officers go on for {}: {}",
                        limits.actsWithoutKeycloak(), failure.toString());
            }
            silence = new Silence(silent == null ? now : silent.since, time.instant());
            return unanswered(latest, silence);
        }
    }

    private static Known unanswered(Known latest, Silence silence) {
        if (latest == null) {
            return new Known(null, Instant.EPOCH, silence.since);
        }
        return latest.unansweredSince == null ? new Known(latest.account, latest.asOf, silence.since) : latest;
    }

    private Duration age(Instant moment) {
        return Duration.between(moment, time.instant());
    }
}
