package vn.phongtrao.retention;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.procedure.Rules;

/** The night of a day in 2026, when Luật 91/2025/QH15 is in force, or of another clock's. */
public class RunForgetting {

    private static final ZonedDateTime DAY = ZonedDateTime.parse("2026-03-02T02:40+07:00[Asia/Ho_Chi_Minh]");

    private final NightlyForgetting forgetting;
    private final Clock clock;

    @Autowired
    RunForgetting(List<Forgetful> keepers, Forgotten forgotten, Rules rules, PlatformTransactionManager transactions) {
        this(keepers, forgotten, rules, transactions, Clock.fixed(DAY.toInstant(), DAY.getZone()));
    }

    public RunForgetting(List<Forgetful> keepers, Forgotten forgotten, Rules rules, PlatformTransactionManager transactions, Clock clock) {
        this.forgetting = new NightlyForgetting(keepers, forgotten, rules, new TransactionTemplate(transactions), clock);
        this.clock = clock;
    }

    public Clock clock() {
        return clock;
    }

    public void forget() {
        forgetting.forget();
    }
}
