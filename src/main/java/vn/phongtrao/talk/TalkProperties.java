package vn.phongtrao.talk;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param changeableFor how long after it was written its author may correct a note or take it back */
@ConfigurationProperties("phongtrao.talk")
record TalkProperties(Duration changeableFor) {
}
