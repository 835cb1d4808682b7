package vn.phongtrao.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

import vn.phongtrao.outbox.Delivery;
import vn.phongtrao.outbox.OutgoingMessage;
import vn.phongtrao.unit.UnitPath;

/** What a system has taken stays taken, though the database goes away at that moment. */
class CallCarrierTest {

    /** Within the transaction, and before there was one. */
    static List<RuntimeException> away() {
        return List.of(new DataAccessResourceFailureException("away"), new CannotCreateTransactionException("away"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void whatWasTakenIsNotSentAgainBecauseItCouldNotBeWrittenDown(RuntimeException away) throws Exception {
        var system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        system.createContext("/", call -> {
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        system.start();
        try {
            var subscriptions = mock(Subscriptions.class);
            when(subscriptions.find(7)).thenReturn(Optional.of(new Subscription(7, URI.create("http://127.0.0.1:" + system.getAddress().getPort()),
                    UnitPath.of("95"), Set.of(EventType.OPENED), true, null, null, "admin", Instant.EPOCH)));
            when(subscriptions.secrets(7)).thenReturn(List.of(Signature.newSecret()));
            doThrow(away).when(subscriptions).arrived(anyLong());
            var carrier = new CallCarrier(subscriptions, new Targets(List.of("127.0.0.0/8"), SystemDefaultDnsResolver.INSTANCE), Clock.systemUTC());

            assertThat(carrier.carry(new OutgoingMessage(1, UUID.randomUUID(), "webhook-7", "dossier.opened", "{}", Instant.EPOCH, 1)))
                    .isEqualTo(Delivery.sent("204"));
        } finally {
            system.stop(0);
        }
    }
}
