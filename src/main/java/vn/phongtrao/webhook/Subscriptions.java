package vn.phongtrao.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.outbox.Channel;
import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.outbox.OutgoingMessages;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Which systems are told. Administrators keep them; whoever calls these methods has asked for one. */
@Service
@Transactional
public class Subscriptions {

    /** More would make a step slow. */
    private static final int MOST = 50;

    private final Targets targets;
    private final Units units;
    private final PersonalTexts seals;
    private final Outbox outbox;
    private final OutgoingMessages sent;
    private final WebhookProperties properties;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(Targets targets, Units units, PersonalTexts seals, Outbox outbox, OutgoingMessages sent,
                  WebhookProperties properties, ApplicationEventPublisher events, ObjectMapper json, JdbcClient jdbc,
                  Clock clock) {
        this.targets = targets;
        this.units = units;
        this.seals = seals;
        this.outbox = outbox;
        this.sent = sent;
        this.properties = properties;
        this.events = events;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an administrator enters. */
    public record Wanted(String target, UnitPath unitPath, Set<EventType> events, boolean enabled) {
    }

    /** @param secret with which calls are signed, told this once */
    public record Entered(long id, String secret) {
    }

    @Transactional(readOnly = true)
    public List<Subscription> all() {
        return jdbc.sql("select * from webhook_subscription order by id").query(Subscriptions::subscription).list();
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Subscription require(long id) {
        return find(id).orElseThrow(Subscriptions::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không có nơi nhận này");
    }

    Optional<Subscription> find(long id) {
        return jdbc.sql("select * from webhook_subscription where id = ?").param(id)
                .query(Subscriptions::subscription).optional();
    }

    /** @throws Refusal malformed or broken, for what cannot be told or called */
    public Entered enter(Wanted wanted, String administrator) {
        check(wanted);
        Turn.take(jdbc, "webhook");
        if (all().size() >= MOST) {
            throw Refusal.broken(null, "Không quá %d nơi nhận".formatted(MOST));
        }
        var secret = Signature.newSecret();
        var id = jdbc.sql("""
                        insert into webhook_subscription (target, unit_path, events, enabled, secret, entered_by, entered_at)
                        values (:target, :unit, :events, :enabled, :secret, :by, :now) returning id""")
                .param("target", wanted.target()).param("unit", wanted.unitPath().value()).param("events", ids(wanted))
                .param("enabled", wanted.enabled()).param("secret", seals.sealText(secret)).param("by", administrator)
                .param("now", now()).query(Long.class).single();
        events.publishEvent(new SubscriptionsChanged());
        return new Entered(id, secret);
    }

    /** Whoever switches it on again begins anew: it has not failed yet. */
    public Subscription change(long id, Wanted wanted) {
        require(id);
        check(wanted);
        jdbc.sql("""
                        update webhook_subscription
                        set target = :target, unit_path = :unit, events = :events, enabled = :enabled,
                            stopped = case when :enabled then null else stopped end,
                            failing_since = case when :enabled and not enabled then null else failing_since end
                        where id = :id""")
                .param("target", wanted.target()).param("unit", wanted.unitPath().value()).param("events", ids(wanted))
                .param("enabled", wanted.enabled()).param("id", id).update();
        events.publishEvent(new SubscriptionsChanged());
        return require(id);
    }

    /** @return what it was */
    public Subscription delete(long id) {
        var deleted = jdbc.sql("delete from webhook_subscription where id = ? returning *").param(id)
                .query(Subscriptions::subscription).optional().orElseThrow(Subscriptions::unknown);
        events.publishEvent(new SubscriptionsChanged());
        return deleted;
    }

    /** Calls are signed with the former secret, too, for a while. */
    public Entered rotate(long id) {
        require(id);
        var secret = Signature.newSecret();
        jdbc.sql("""
                        update webhook_subscription set former_secret = secret, former_until = :until, secret = :secret
                        where id = :id""")
                .param("until", Timestamp.from(clock.instant().plus(properties.formerValid())))
                .param("secret", seals.sealText(secret)).param("id", id).update();
        return new Entered(id, secret);
    }

    /** Writes a call that tells of nothing. */
    public Subscription test(long id) {
        var to = require(id);
        outbox.post("test-" + UUID.randomUUID(), List.of(to.recipient()), EventType.TEST,
                written(new Event(EventType.TEST, clock.instant(), null)));
        return to;
    }

    @Transactional(readOnly = true)
    public Page<OutgoingMessages.Entry> deliveries(long id, Pageable pageable) {
        return sent.list(new OutgoingMessages.Filter(Channel.WEBHOOK, null, require(id).recipient()), pageable);
    }

    /** @throws Refusal not found, for one that was not to this system; conflict, while it still waits */
    public Subscription redeliver(long id, long delivery) {
        var to = require(id);
        sent.again(delivery, to.recipient());
        return to;
    }

    String written(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest first. */
    List<String> secrets(long id) {
        return jdbc.sql("""
                        select secret from webhook_subscription where id = :id
                        union all
                        select former_secret from webhook_subscription where id = :id and former_until > :now""")
                .param("id", id).param("now", now()).query((row, index) -> seals.openText(row.getBytes(1))).list();
    }

    void arrived(long id) {
        jdbc.sql("update webhook_subscription set failing_since = null where id = ? and failing_since is not null")
                .param(id).update();
    }

    /** @return whether it has failed for so long that it is not told any more */
    boolean failed(long id) {
        jdbc.sql("update webhook_subscription set failing_since = ? where id = ? and failing_since is null")
                .params(now(), id).update();
        return jdbc.sql("""
                        update webhook_subscription set enabled = false, stopped = 'failing'
                        where id = ? and enabled and failing_since <= ?""")
                .params(id, Timestamp.from(clock.instant().minus(properties.stopAfter()))).update() > 0;
    }

    void gone(long id) {
        jdbc.sql("update webhook_subscription set enabled = false, stopped = 'gone' where id = ? and enabled")
                .param(id).update();
    }

    private void check(Wanted wanted) {
        targets.require(wanted.target());
        units.require(wanted.unitPath());
        if (wanted.events().isEmpty()) {
            throw Refusal.malformed("events", "Hãy chọn ít nhất một loại sự kiện");
        }
    }

    private static String[] ids(Wanted wanted) {
        return wanted.events().stream().map(EventType::id).sorted().toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Subscription subscription(ResultSet row, int index) throws SQLException {
        return new Subscription(row.getLong("id"), URI.create(row.getString("target")),
                UnitPath.of(row.getString("unit_path")),
                Arrays.stream((String[]) row.getArray("events").getArray()).map(EventType::of).collect(Collectors.toSet()),
                row.getBoolean("enabled"), row.getString("stopped"), instant(row.getTimestamp("failing_since")),
                row.getString("entered_by"), row.getTimestamp("entered_at").toInstant());
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
