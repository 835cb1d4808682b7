package vn.phongtrao.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from    address that mails come from, with or without a name; needed where there is a mail server
 * @param replyTo address that answers go to; blank where that is the same
 */
@ConfigurationProperties("phongtrao.mail")
record MailProperties(String from, String replyTo) {
}
