package vn.phongtrao.webhook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.DecisionRevoked;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierEnded;
import vn.phongtrao.dossier.DossierMoved;
import vn.phongtrao.dossier.DossierOpened;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.outbox.Outbox;

/** Writes events into the outbox within the transaction that makes them so; nothing where no system listens. */
@Component
class EventWriter {

    private final Listening listening;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Dossiers dossiers;
    private final DecisionRegister decisions;
    private final WebhookProperties properties;
    private final Clock clock;

    EventWriter(Listening listening, Subscriptions subscriptions, Outbox outbox, Dossiers dossiers,
                DecisionRegister decisions, WebhookProperties properties, Clock clock) {
        this.listening = listening;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void tell(DossierOpened opened) {
        tell(EventType.OPENED, opened.dossier(), () -> data(opened.dossier(), null, null, null, null));
    }

    @EventListener
    void tell(DossierMoved moved) {
        var assignment = moved.assignment();
        tell(EventType.MOVED, moved.dossier(), () -> data(moved.dossier(), assignment.task(), assignment.stop(),
                moved.outcome(), null));
    }

    @EventListener
    void tell(DossierEnded ended) {
        var dossier = ended.dossier();
        if (ended.status() == Status.DECIDED) {
            tell(EventType.DECIDED, dossier, () -> data(dossier, null, null, null, decisions.on(dossier.number())
                    .stream().map(decision -> new Event.Taken(decision.id(), decision.label())).toList()));
        } else {
            tell(EventType.ENDED, dossier, () -> data(dossier, null, null, null, null));
        }
    }

    @EventListener
    void tell(DecisionRevoked revoked) {
        var dossier = dossiers.require(revoked.dossierNumber());
        var by = revoked.by();
        tell(EventType.REVOKED, dossier, () -> data(dossier, null, null, null, by.decisionId() == null ? null
                : List.of(new Event.Taken(by.decisionId(), by.number()))));
    }

    private void tell(EventType type, Dossier dossier, Supplier<Event.Data> data) {
        var to = listening.to(type, dossier.unitPath());
        if (!to.isEmpty()) {
            outbox.post("event-" + UUID.randomUUID(), to, type.id(),
                    subscriptions.written(new Event(type.id(), clock.instant(), data.get())));
        }
    }

    private Event.Data data(Dossier dossier, String task, Integer stop, Outcome outcome, List<Event.Taken> decisions) {
        return new Event.Data(dossier.number(), dossier.process(), dossier.unitPath(), dossier.status().id(),
                (properties.publicUrl() == null ? "" : properties.publicUrl().toString().replaceFirst("/$", ""))
                        + "/dossiers/" + dossier.number(), task, stop, outcome, decisions);
    }
}
