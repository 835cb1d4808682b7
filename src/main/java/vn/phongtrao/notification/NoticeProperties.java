package vn.phongtrao.notification;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param kept      how long after it was written a notice is deleted
 * @param digestAt  the time of day at which one mail is written to those who want one a day
 * @param mailEvery how often those who want mails at once are looked after
 * @param publicUrl where people reach this application, for the links in mails; without it mails have none
 */
@ConfigurationProperties("phongtrao.notices")
record NoticeProperties(Duration kept, LocalTime digestAt, Duration mailEvery, URI publicUrl) {
}
