package vn.phongtrao.outbox;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import vn.phongtrao.outbox.OutgoingMessages.Standing;
import vn.phongtrao.watch.Sampled;

/** The outbox in figures. */
@Component
class OutboxFigures implements MeterBinder {

    private final Sampled<Standing> standing;
    private final Clock clock;

    OutboxFigures(OutgoingMessages messages, Clock clock) {
        this.standing = Sampled.eachMinute(messages::standing);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("phongtrao.outbox.waiting", standing, all -> all.number(Standing::waiting))
                .description("Messages to be sent").register(registry);
        Gauge.builder("phongtrao.outbox.given.up", standing, all -> all.number(Standing::givenUp))
                .description("Messages that are not sent any more, and still kept").register(registry);
        Gauge.builder("phongtrao.outbox.oldest", standing, all -> all.number(this::age))
                .description("How long the oldest message has been waiting").baseUnit("seconds").register(registry);
    }

    private double age(Standing found) {
        return found.waitingSince() == null ? 0 : Duration.between(found.waitingSince(), clock.instant()).toSeconds();
    }
}
