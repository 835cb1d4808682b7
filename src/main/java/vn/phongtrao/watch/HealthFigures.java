package vn.phongtrao.watch;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** The health of each part as a figure, so that rules can tell of it: 0 up, 1 degraded, 2 down. */
@Component
class HealthFigures implements MeterBinder {

    private static final Duration ASKED_EACH = Duration.ofSeconds(15);
    private static final double DOWN = 2;
    private static final Map<Status, Double> FIGURES = Map.of(Status.UP, 0.0, Degraded.STATUS, 1.0);

    private final ObjectProvider<HealthContributorRegistry> health;

    HealthFigures(ObjectProvider<HealthContributorRegistry> health) {
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        health.orderedStream().flatMap(HealthContributorRegistry::stream).forEach(part -> {
            if (part.getContributor() instanceof HealthIndicator indicator) {
                var sampled = Sampled.each(ASKED_EACH, () -> indicator.getHealth(false).getStatus());
                Gauge.builder("phongtrao.health", sampled, status -> status.number(found -> FIGURES.getOrDefault(found, DOWN)))
                        .description("0 up, 1 degraded, 2 down").tag("part", part.getName()).strongReference(true).register(registry);
            }
        });
    }
}
