package vn.phongtrao.retention;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.procedure.Rules;

/** The night of a day in 2026, when Luật 91/2025/QH15 is in force. */
public class RunForgetting {

    private static final ZonedDateTime DAY = ZonedDateTime.parse("2026-03-02T02:40+07:00[Asia/Ho_Chi_Minh]");

    private final NightlyForgetting forgetting;

    RunForgetting(List<Forgetful> keepers, Forgotten forgotten, Rules rules, TransactionTemplate transaction) {
        forgetting = new NightlyForgetting(keepers, forgotten, rules, transaction, clock());
    }

    public Clock clock() {
        return Clock.fixed(DAY.toInstant(), DAY.getZone());
    }

    public void forget() {
        forgetting.forget();
    }
}
