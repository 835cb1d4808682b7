package vn.phongtrao.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param networks    networks of one's own that systems may be in, such as {@code 10.20.0.0/16}; over http, too
 * @param refreshed   how old what a node knows of subscriptions may be
 * @param stopAfter   how long a system may fail until it is not told any more
 * @param formerValid how long calls are signed with a secret that was replaced, too
 * @param publicUrl   where people reach this application; null where addresses in events are paths
 */
@ConfigurationProperties("phongtrao.webhooks")
record WebhookProperties(@DefaultValue List<String> networks, @DefaultValue("5s") Duration refreshed,
                         @DefaultValue("5d") Duration stopAfter, @DefaultValue("24h") Duration formerValid,
                         URI publicUrl) {
}
