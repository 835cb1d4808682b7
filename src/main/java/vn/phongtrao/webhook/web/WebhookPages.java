package vn.phongtrao.webhook.web;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.outbox.OutgoingMessages;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;
import vn.phongtrao.webhook.EventType;
import vn.phongtrao.webhook.Subscription;
import vn.phongtrao.webhook.Subscriptions;

/** What is sent outside, and to whom, for administrators. */
@Controller
class WebhookPages {

    private static final PageRequest LATEST = PageRequest.of(0, 20, Sort.by(Sort.Direction.DESC, "id"));
    private static final int MOST_UNITS = 2_000;

    private final Subscriptions subscriptions;
    private final OutgoingMessages messages;
    private final Outbox outbox;
    private final UnitRegister register;
    private final Units units;
    private final CurrentOfficer officer;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookPages(Subscriptions subscriptions, OutgoingMessages messages, Outbox outbox, UnitRegister register, Units units,
                 CurrentOfficer officer, ObjectMapper json, Clock clock) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.outbox = outbox;
        this.register = register;
        this.units = units;
        this.officer = officer;
        this.json = json;
        this.clock = clock;
    }

    /** @param switched what the subscription is when it is switched on or off, as the API takes it */
    record Line(Subscription subscription, String unit, String switched, List<OutgoingMessages.Entry> deliveries) {
    }

    @GetMapping("/webhooks")
    String all(Model model) {
        officer.administrator();
        model.addAttribute("lines", subscriptions.all().stream().map(this::line).toList());
        model.addAttribute("types", EventType.values());
        model.addAttribute("units", register.list(UnitRegister.Filter.ALL,
                PageRequest.of(0, MOST_UNITS, Sort.by("path"))).getContent());
        model.addAttribute("standing", messages.standing());
        model.addAttribute("givenUp", messages.list(new OutgoingMessages.Filter(null, OutgoingMessages.State.GIVEN_UP, null),
                LATEST).getContent());
        model.addAttribute("mails", outbox.mails());
        model.addAttribute("zone", clock.getZone());
        return "webhooks/list";
    }

    private Line line(Subscription one) {
        return new Line(one, units.require(one.unitPath()).fullName(), switched(one),
                subscriptions.deliveries(one.id(), LATEST).getContent());
    }

    private String switched(Subscription one) {
        try {
            return json.writeValueAsString(new WebhookController.Wanted(one.target().toString(), one.unitPath(),
                    one.events(), !one.enabled()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
