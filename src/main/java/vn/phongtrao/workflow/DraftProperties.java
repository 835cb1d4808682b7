package vn.phongtrao.workflow;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept how long after it was typed a draft is forgotten */
@ConfigurationProperties("phongtrao.drafts")
record DraftProperties(Duration kept) {
}
