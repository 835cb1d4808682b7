package vn.phongtrao.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.procedure.Rules;

/** Each night everything is forgotten whose time is over. Whichever node comes later finds nothing left. */
@Component
class NightlyForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyForgetting.class);

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

    @Scheduled(cron = "0 40 2 * * *", zone = Vietnam.ZONE)
    void forget() {
        var today = LocalDate.now(clock);
        keepers.forEach(keeper -> forget(keeper, today));
    }

    /** One that fails, whatever of it does, keeps no other from it. */
    private void forget(Forgetful keeper, LocalDate today) {
        try {
            keeper.kept(rules, today).ifPresent(kept -> transaction.executeWithoutResult(status ->
                    forgotten.record(keeper.what(), keeper.forget(kept.endedBefore(today)), kept.legalBasis())));
        } catch (RuntimeException failed) {
            LOG.error("{} was not forgotten", keeper.what(), failed);
        }
    }
}
