package vn.phongtrao.outbox;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server of this deployment, which has one where {@code spring.mail.host} names it. */
@Component
class MailServer {

    private final Optional<JavaMailSender> sender;
    private final Optional<InternetAddress> from;
    private final Optional<InternetAddress> replyTo;

    /** @throws IllegalStateException where there is a server, and no address to send from */
    MailServer(@Value("${spring.mail.host:}") String host, ObjectProvider<JavaMailSender> sender,
               MailProperties properties) {
        this.sender = host.isBlank() ? Optional.empty() : Optional.of(sender.getObject());
        from = this.sender.map(on -> address("phongtrao.mail.from", properties.from()).orElseThrow(() ->
                new IllegalStateException("Property phongtrao.mail.from must say which address mails come from")));
        replyTo = address("phongtrao.mail.reply-to", properties.replyTo());
    }

    private static Optional<InternetAddress> address(String property, String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            var address = new InternetAddress(value, true);
            // as it was read, the name would be sent as it is
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return Optional.of(address);
        } catch (AddressException | UnsupportedEncodingException none) {
            throw new IllegalStateException("Property %s is no mail address".formatted(property), none);
        }
    }

    boolean on() {
        return sender.isPresent();
    }

    JavaMailSender sender() {
        return sender.orElseThrow();
    }

    InternetAddress from() {
        return from.orElseThrow();
    }

    Optional<InternetAddress> replyTo() {
        return replyTo;
    }
}
