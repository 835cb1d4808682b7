package vn.phongtrao.outbox;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import vn.phongtrao.outbox.OutboxProperties.Patience;

/** The outbox alone, without what the application has besides. */
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@EnableConfigurationProperties(MailProperties.class)
@Import({Outbox.class, Messages.class, MailServer.class, MailCarrier.class})
class Nodes {

    @Bean
    OutboxProperties outboxProperties() {
        var patience = new Patience(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), Duration.ofDays(3));
        return new OutboxProperties(patience, patience, Duration.ofMinutes(15), Duration.ofDays(30));
    }
}
