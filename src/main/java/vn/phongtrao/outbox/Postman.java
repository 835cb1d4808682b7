package vn.phongtrao.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.refusal.Outage;

/**
 * Sends what waits, on every node, each channel by a thread of its own. A message is taken, sent and marked one after
 * the other; a node that ends in between leaves one message of which nobody knows whether it was sent. It is sent again
 * under the same name.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final int AT_ONCE = 20;
    private static final long PAUSE_MILLIS = 500;
    private static final int DELETED_AT_ONCE = 5_000;
    private static final String EVERY = "${phongtrao.outbox.every:5s}";

    private final Messages messages;
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    private final Duration inHand;
    private volatile boolean closing;

    Postman(Messages messages, List<Carrier> carriers, OutboxProperties properties) {
        this.messages = messages;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
        inHand = properties.inHand();
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY, scheduler = OutboxThreads.NAME)
    void mails() {
        carry(Channel.MAIL);
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY, scheduler = OutboxThreads.NAME)
    void calls() {
        carry(Channel.WEBHOOK);
    }

    /** In parts, each a transaction of its own. Nodes that come at the same time take others. */
    @Scheduled(cron = "0 45 3 * * *", zone = Vietnam.ZONE, scheduler = OutboxThreads.NAME)
    void deleteOld() {
        while (messages.deleteOld(DELETED_AT_ONCE) == DELETED_AT_ONCE) {
            // until fewer are left than are taken at once
        }
    }

    /** What is in hand is finished, no more is begun. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** Sends all that waits now. */
    void carry(Channel channel) {
        var carrier = carriers.get(channel);
        if (carrier == null || !carrier.ready()) {
            return;
        }
        var deserted = new HashSet<String>();
        while (!closing && carrySome(carrier, deserted) == AT_ONCE) {
            // until fewer wait than are taken at once
        }
    }

    private int carrySome(Carrier carrier, Set<String> deserted) {
        // not the application's clock: this is about how long others leave it alone
        var until = System.nanoTime() + inHand.dividedBy(2).toNanos();
        var taken = messages.take(carrier.channel(), AT_ONCE);
        for (var message : taken) {
            if (closing || System.nanoTime() - until > 0) {
                // others may take it soon: it must not be sent by two
                return 0;
            }
            var place = carrier.place(message);
            var delivery = deserted.contains(place) ? Delivery.nobodyThere(null) : carried(carrier, message);
            if (delivery.result() == Delivery.Result.NOBODY_THERE) {
                deserted.add(place);
            }
            mark(carrier.channel(), message, delivery, until);
        }
        return taken.size();
    }

    /**
     * What was sent and is not known to be would be sent again, and what else was taken would wait for as long as this node has it: so a
     * database that is away for a moment is waited for, while nobody else takes the message.
     */
    private void mark(Channel channel, OutgoingMessage message, Delivery delivery, long until) {
        while (true) {
            try {
                messages.mark(channel, message, delivery);
                return;
            } catch (RuntimeException failed) {
                if (closing || System.nanoTime() - until > 0 || Outage.in(failed).isEmpty() || !paused()) {
                    throw failed;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One that cannot be sent must not keep others from it. */
    private static Delivery carried(Carrier carrier, OutgoingMessage message) {
        try {
            return carrier.carry(message);
        } catch (RuntimeException fault) {
            if (Outage.in(fault).isPresent()) {
                LOG.warn("{} waits: {}", message, Outage.cause(fault));
                return Delivery.nobodyThere("away");
            }
            // without its text, which may quote the message
            LOG.error("Sending {} failed with {} at {}", message, fault.getClass().getName(),
                    fault.getStackTrace().length > 0 ? fault.getStackTrace()[0] : "an unknown place");
            return Delivery.failed(fault.getClass().getSimpleName());
        }
    }
}
