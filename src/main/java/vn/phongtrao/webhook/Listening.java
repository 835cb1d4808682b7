package vn.phongtrao.webhook;

import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import vn.phongtrao.unit.UnitPath;

/** Who listens, as this node knows it: a step must not have to ask. */
@Component
class Listening {

    private final Subscriptions subscriptions;
    /** Null until the first event, or the first look. */
    private volatile List<Subscription> enabled;

    Listening(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Scheduled(fixedDelayString = "${phongtrao.webhooks.refreshed:5s}")
    void refresh() {
        enabled = subscriptions.all().stream().filter(Subscription::enabled).toList();
    }

    /** Other nodes know by the clock. */
    @TransactionalEventListener
    void refresh(SubscriptionsChanged changed) {
        refresh();
    }

    List<String> to(EventType type, UnitPath unitPath) {
        if (enabled == null) {
            refresh();
        }
        return enabled.stream().filter(one -> one.events().contains(type) && one.unitPath().covers(unitPath))
                .map(Subscription::recipient).toList();
    }
}
