package vn.phongtrao.notification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept how long after it was written a notice is deleted */
@ConfigurationProperties("phongtrao.notices")
record NoticeProperties(Duration kept) {
}
