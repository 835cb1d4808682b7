package vn.phongtrao.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages to the outside, within the transaction that has something to say: they are there together, or neither
 * is. A job sends them. No message holds more of a person than the address it goes to.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    /** Letters of a subject; more are cut off. */
    static final int LONGEST_SUBJECT = 200;
    /** Letters of a text; more are cut off. */
    static final int LONGEST_BODY = 100_000;

    private final MailServer mailServer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(MailServer mailServer, JdbcClient jdbc, Clock clock) {
        this.mailServer = mailServer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there is a mail server. While there is none, mails are not written. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean mails() {
        return mailServer.on();
    }

    /**
     * Writes a mail; nothing while there is no mail server, or where there is a message of this key already.
     *
     * @param key     of this mail among all messages, such as {@code notice-12-an}
     * @param to      one address; where it is none, the mail is given up when it is to be sent
     * @param subject one line
     * @param text    plain text with line ends
     */
    public void mail(String key, String to, String subject, String text) {
        if (mails()) {
            write(Channel.MAIL, List.of(new Addressed(key, to)), subject, text);
        }
    }

    /**
     * Writes a call to each of several recipients, all at once; nothing where there is one of this key already.
     *
     * @param key        of the event among all; each recipient has it with its own name behind it
     * @param recipients names by which who carries calls knows them
     * @param type       of the event
     * @param body       JSON
     */
    public void post(String key, Collection<String> recipients, String type, String body) {
        if (!recipients.isEmpty()) {
            write(Channel.WEBHOOK, recipients.stream().map(to -> new Addressed(key + "-" + to, to)).toList(), type, body);
        }
    }

    private record Addressed(String key, String to) {
    }

    private void write(Channel channel, List<Addressed> all, String subject, String body) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into outgoing_message (key, channel, recipient, subject, body, created_at, next_attempt_at)
                        select key, :channel, recipient, :subject, :body, :now, :now
                        from unnest(:keys, :recipients) each_one (key, recipient)
                        on conflict (key) do nothing""")
                .param("channel", channel.id()).param("subject", cut(line(subject), LONGEST_SUBJECT))
                .param("body", cut(body.replace("\0", ""), LONGEST_BODY)).param("now", now)
                .param("keys", all.stream().map(Addressed::key).toArray(String[]::new))
                .param("recipients", all.stream().map(Addressed::to).toArray(String[]::new)).update();
    }

    /** So that nothing in a subject becomes a header of its own. */
    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
