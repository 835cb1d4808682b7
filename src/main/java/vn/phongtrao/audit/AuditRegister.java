package vn.phongtrao.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.unit.UnitPath;

/** The trail as a list. */
@Service
public class AuditRegister {

    /** In the order in which they were written; others would take a sort of all. */
    private static final Sortable SORTABLE = Sortable.by("id");

    private final ActNames names;
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditRegister(ActNames names, JdbcClient jdbc, Clock clock) {
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a list is asked for; null leaves a criterion out. @param until the last day */
    public record Filter(String account, String dossier, Kind kind, Outcome outcome, UnitPath unit, LocalDate from, LocalDate until) {
    }

    /**
     * An event as the list shows it.
     *
     * @param account  user name; null where the program did it of itself
     * @param unitPath the highest unit where the account held a post
     * @param act      the address, or a word for what was done within
     * @param actName  the same in words, where there are some
     * @param dossier  number of the dossier that it was about; null for none
     * @param subject  what else it was about, by keys: {@code id=12; format=csv}
     * @param status   of the answer; null where it was written before there was one
     * @param origin   address of who called; null where nobody did
     */
    public record Entry(long id, Instant at, String account, UnitPath unitPath, String kind, String kindName, String act, String actName,
                        String dossier, String subject, String outcome, String outcomeName, Integer status, String origin) {
    }

    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Pageable pageable) {
        return new RegisterQuery<>(jdbc, "audit_event", SORTABLE, (row, index) -> entry(Event.of(row, index)))
                .where("account = :account", "account", filter.account)
                .where("dossier = :dossier", "dossier", filter.dossier)
                .where("kind = :kind", "kind", filter.kind == null ? null : filter.kind.id())
                .where("outcome = :outcome", "outcome", filter.outcome == null ? null : filter.outcome.id())
                .under("unit_path", filter.unit)
                .where("at >= :from", "from", startOf(filter.from))
                .where("at < :until", "until", filter.until == null ? null : startOf(filter.until.plusDays(1)))
                .page(pageable);
    }

    private Timestamp startOf(LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private Entry entry(Event event) {
        return new Entry(event.id(), event.at(), event.account(), event.unitPath(), event.kind().id(), Labels.of("audit-kind." + event.kind().id()),
                event.act(), names.of(event.act()), event.dossier(), event.subject(), event.outcome().id(),
                Labels.of("audit-outcome." + event.outcome().id()), event.status(), event.origin());
    }
}
