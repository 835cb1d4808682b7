package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.MailAddresses;

/**
 * Writes mails to those who want one for each notice. Keycloak is asked before the transaction that writes them, so that
 * nothing waits for it; of several nodes that have asked, the first to mark a notice writes its mails. What a step is
 * changing is left for the next time.
 */
@Component
class NoticeMails {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);
    private static final int AT_ONCE = 200;
    /** What is older is no news: mails were off, or Keycloak was away for long. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Outbox outbox;
    private final MailChoices choices;
    private final Addressees addressees;
    private final MailAddresses addresses;
    private final Letters letters;
    private final DossierProcess process;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeMails(Outbox outbox, MailChoices choices, Addressees addressees, MailAddresses addresses, Letters letters,
                DossierProcess process, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.outbox = outbox;
        this.choices = choices;
        this.addressees = addressees;
        this.addresses = addresses;
        this.letters = letters;
        this.process = process;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Mail(long notice, String person, String to, Letter letter) {

        String key() {
            return "notice-%d-%s".formatted(notice, person);
        }
    }

    @Scheduled(fixedDelayString = "${phongtrao.notices.mail-every}")
    void write() {
        if (!outbox.mails()) {
            return;
        }
        try {
            while (writeSome() == AT_ONCE) {
                // until fewer are left than are taken at once
            }
        } catch (Refusal away) {
            LOG.warn("Notices are not mailed yet, and will be tried again: {}", away.getMessage());
        }
    }

    /** @return how many notices were looked at */
    private int writeSome() {
        var ids = jdbc.sql("select id from notice where not mailed order by id limit ?").param(AT_ONCE)
                .query(Long.class).list();
        if (!ids.isEmpty()) {
            var mails = mails(ids);
            transaction.executeWithoutResult(status -> {
                var mine = new HashSet<>(jdbc.sql("""
                                update notice set mailed = true where id in (
                                    select id from notice where id = any(?) and not mailed
                                    order by id for update skip locked)
                                returning id""")
                        .param(ids.toArray(Long[]::new)).query(Long.class).list());
                mails.stream().filter(mail -> mine.contains(mail.notice))
                        .forEach(mail -> outbox.mail(mail.key(), mail.to, mail.letter.subject(), mail.letter.text()));
            });
        }
        return ids.size();
    }

    private List<Mail> mails(List<Long> ids) {
        var wanting = choices.all();
        wanting.values().removeIf(choice -> choice.mail() != MailChoice.AT_ONCE);
        if (wanting.isEmpty()) {
            return List.of();
        }
        var notices = jdbc.sql(Told.ROWS + " where n.id = any(:ids) and not n.over and n.at > :since order by n.id")
                .param("ids", ids.toArray(Long[]::new)).param("since", Timestamp.from(clock.instant().minus(NEWS)))
                .query((row, index) -> Told.of(row, process)).list();
        var readings = addressees.readings(notices);
        return notices.stream().flatMap(notice -> addressees.of(notice, readings).stream().filter(wanting::containsKey)
                .flatMap(person -> addresses.of(person).stream().map(to -> new Mail(notice.id(), person, to,
                        letters.of(notice, wanting.get(person).language()))))).toList();
    }
}
