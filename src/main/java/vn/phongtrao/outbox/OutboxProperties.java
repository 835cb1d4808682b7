package vn.phongtrao.outbox;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param inHand for how long a node has what it took; longer than any attempt takes
 * @param kept   how long after it was written a message is deleted
 */
@Validated
@ConfigurationProperties("phongtrao.outbox")
record OutboxProperties(@NotNull Patience mail, @NotNull Patience webhook, @NotNull Duration inHand,
                        @NotNull Duration kept) {

    /**
     * @param pauses      after each failed attempt; the last one again and again
     * @param giveUpAfter how long after it was written a message is not tried any more
     */
    record Patience(@NotEmpty List<Duration> pauses, @NotNull Duration giveUpAfter) {

        Duration pause(int attempts) {
            return pauses.get(Math.min(attempts, pauses.size()) - 1);
        }
    }

    Patience patience(Channel channel) {
        return switch (channel) {
            case MAIL -> mail;
            case WEBHOOK -> webhook;
        };
    }
}
