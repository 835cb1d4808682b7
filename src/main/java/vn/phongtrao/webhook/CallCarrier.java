package vn.phongtrao.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import vn.phongtrao.outbox.Carrier;
import vn.phongtrao.outbox.Channel;
import vn.phongtrao.outbox.Delivery;
import vn.phongtrao.outbox.OutgoingMessage;
import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/**
 * Calls systems as Standard Webhooks has it. Of an answer only its status counts: nothing of it is read, and no
 * redirection followed. What a system does not say with 2xx has not got there; 410 says that it wants no more.
 */
@Component
class CallCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(CallCarrier.class);

    private static final Timeout EACH_WAIT = Timeout.ofSeconds(10);
    private static final long WHOLE_SECONDS = 20;
    private static final int GONE = 410;

    private final Subscriptions subscriptions;
    private final Targets targets;
    private final Clock clock;
    private final CloseableHttpClient client;

    CallCarrier(Subscriptions subscriptions, Targets targets, Clock clock) {
        this.subscriptions = subscriptions;
        this.targets = targets;
        this.clock = clock;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(targets)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(EACH_WAIT)
                                .setSocketTimeout(EACH_WAIT).build()).build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(EACH_WAIT).build())
                .setUserAgent("phongtrao").disableRedirectHandling().disableAutomaticRetries()
                .disableCookieManagement().disableAuthCaching().disableContentCompression().build();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public String place(OutgoingMessage message) {
        return message.recipient();
    }

    @Override
    public Delivery carry(OutgoingMessage message) {
        var id = Subscription.id(message.recipient());
        var to = subscriptions.find(id).orElse(null);
        if (to == null) {
            return Delivery.refused("deleted");
        }
        if (!to.enabled() && !message.subject().equals(EventType.TEST)) {
            return Delivery.refused("disabled");
        }
        var delivery = call(to.target(), message, subscriptions.secrets(id));
        try {
            remember(id, delivery);
        } catch (DataAccessException | TransactionException away) {
            // what was said counts: it must not be sent again because of this
            LOG.warn("How webhook {} stands was not written down: {}", id, Outage.cause(away));
        }
        return delivery;
    }

    private void remember(long id, Delivery delivery) {
        if (delivery.result() == Delivery.Result.SENT) {
            subscriptions.arrived(id);
        } else if (delivery.answer().equals(String.valueOf(GONE))) {
            subscriptions.gone(id);
            LOG.warn("Webhook {} wants no more calls", id);
        } else if (subscriptions.failed(id)) {
            LOG.warn("Webhook {} has failed for so long that it is switched off", id);
        }
    }

    private Delivery call(URI target, OutgoingMessage message, List<String> secrets) {
        try {
            targets.require(target.toString());
        } catch (Refusal notAllowed) {
            return Delivery.nobodyThere("not called");
        }
        var name = "msg_" + message.name();
        var timestamp = clock.instant().getEpochSecond();
        var request = new HttpPost(target);
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        request.setHeader("webhook-id", name);
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader("webhook-signature", Signature.of(name, timestamp, message.body(), secrets));
        // a system that answers drop by drop
        CompletableFuture.delayedExecutor(WHOLE_SECONDS, TimeUnit.SECONDS).execute(request::abort);
        try {
            var answer = answer(client.executeOpen(HttpHost.create(target), request, null).getCode());
            // nothing of its body is read, which closing it would do
            request.abort();
            return answer;
        } catch (HttpHostConnectException | ConnectTimeoutException | UnknownHostException nobody) {
            return Delivery.nobodyThere("no connection");
        } catch (IOException broken) {
            return Delivery.nobodyThere("no answer");
        }
    }

    private static Delivery answer(int status) {
        var answer = String.valueOf(status);
        if (status >= 200 && status < 300) {
            return Delivery.sent(answer);
        }
        return status == GONE ? Delivery.refused(answer) : Delivery.failed(answer);
    }
}
