package vn.phongtrao.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, one connection each. */
@Component
class MailCarrier implements Carrier {

    /** Code of an answer, and its detailed one (RFC 3463). */
    private static final Pattern ANSWER = Pattern.compile("(\\d{3})(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3}))?.*", Pattern.DOTALL);
    /** Relaying denied, authentication wanted: about us, not about whom the mail is for. */
    private static final Pattern ABOUT_US = Pattern.compile("5\\.7\\.\\d+");

    private final MailServer server;

    MailCarrier(MailServer server) {
        this.server = server;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return server.on();
    }

    @Override
    public String place(OutgoingMessage message) {
        return "the mail server";
    }

    @Override
    public Delivery carry(OutgoingMessage message) {
        try {
            server.sender().send(letter(message));
            return Delivery.sent("250");
        } catch (AddressException none) {
            return Delivery.refused("no address");
        } catch (MailAuthenticationException notOurs) {
            return Delivery.nobodyThere("authentication failed");
        } catch (MailSendException failed) {
            return answer(failed);
        } catch (MailException | MessagingException unsendable) {
            return Delivery.refused(unsendable.getClass().getSimpleName());
        }
    }

    private MimeMessage letter(OutgoingMessage message) throws MessagingException {
        var letter = server.sender().createMimeMessage();
        var helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        helper.setFrom(server.from());
        if (server.replyTo().isPresent()) {
            helper.setReplyTo(server.replyTo().get());
        }
        helper.setTo(new InternetAddress(message.recipient(), true));
        helper.setSubject(message.subject());
        helper.setText(message.body());
        // mail systems know by it what they have already
        letter.setHeader("Message-ID", "<%s@%s>".formatted(message.name(), domain(server.from())));
        // RFC 3834: no out-of-office answers
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        return letter;
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** Never with the words of the server, which quote addresses. */
    private static Delivery answer(MailSendException failed) {
        if (failed.getMessageExceptions().length == 0) {
            // the server took it, and was gone before it could be told goodbye
            return Delivery.sent("250");
        }
        var failure = failed.getMessageExceptions()[0];
        if (failed.getCause() == failure) {
            return Delivery.nobodyThere("no connection");
        }
        return said(failure).map(MailCarrier::meaning).orElseGet(() -> Delivery.failed("no answer"));
    }

    /** What the server said of the address or the mail. Of our own address it is not about this mail. */
    private static Optional<String> said(Exception failure) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException || one instanceof SMTPSendFailedException) {
                var text = one.getMessage();
                if (text != null && ANSWER.matcher(text).matches()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    private static Delivery meaning(String said) {
        var parts = ANSWER.matcher(said);
        parts.matches();
        var code = parts.group(1);
        var answer = parts.group(2) == null ? code : code + " " + parts.group(2);
        if (code.equals("421")) {
            return Delivery.nobodyThere(answer);
        }
        var lasting = code.startsWith("5") && !code.equals("530") && !code.equals("535")
                && (parts.group(2) == null || !ABOUT_US.matcher(parts.group(2)).matches());
        return lasting ? Delivery.refused(answer) : Delivery.failed(answer);
    }
}
