package vn.phongtrao.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/** Each night everything is forgotten whose time is over by table {@code personal-data-retention}. Whichever node comes later finds nothing left. */
@Component
class NightlyForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyForgetting.class);
    private static final String TABLE = "personal-data-retention";

    private final List<Forgetful> keepers;
    private final Forgotten forgotten;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NightlyForgetting(List<Forgetful> keepers, Forgotten forgotten, Rules rules, TransactionTemplate transaction, Clock clock) {
        this.keepers = keepers;
        this.forgotten = forgotten;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Kept(String what) {
    }

    /** What has no row is kept for ever. */
    @RowOf(value = TABLE, asked = Kept.class, single = true, mayEnd = true)
    private record Time(int months, String legalBasis) {
    }

    @Scheduled(cron = "0 40 2 * * *", zone = Vietnam.ZONE)
    void forget() {
        var today = LocalDate.now(clock);
        for (var keeper : keepers) {
            rules.rows(TABLE, Days.on(today), new Kept(keeper.what()), Time.class).stream().findFirst().ifPresent(time ->
                    forget(keeper, time, today.minusMonths(time.months()).atStartOfDay(clock.getZone()).toInstant()));
        }
    }

    /** One that fails keeps no other from it. */
    private void forget(Forgetful keeper, Time time, Instant endedBefore) {
        try {
            transaction.executeWithoutResult(status -> forgotten.record(keeper.what(), keeper.forget(endedBefore), time.legalBasis()));
        } catch (DataAccessException failed) {
            LOG.error("{} was not forgotten", keeper.what(), failed);
        }
    }
}
