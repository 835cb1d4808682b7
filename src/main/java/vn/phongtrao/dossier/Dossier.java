package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;

import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** A dossier on its way from the unit that proposes to the authority that decides. */
public class Dossier {

    @Id
    private final DossierNumber number;
    private final String process;
    private final String form;
    private final String type;
    /** What lists call it; changed by {@link Dossiers#rename} alone. */
    @InsertOnlyProperty
    private final String title;
    private final UnitPath unitPath;
    private String decider;
    private String symbol;
    private String ending;
    private String higherAuthority;
    private String jurisdictionBasis;
    private final String openedBy;
    private final Instant openedAt;
    /** What finds it beside number and title; changed by {@link Dossiers#foundBy} alone. */
    @InsertOnlyProperty
    private final String words;
    private Status status;
    private Instant closedAt;
    private LocalDate suspendedOn;
    private String suspensionReason;
    /** Kept by {@link Dossiers#expect}, so that it does not count as a change of the dossier. */
    @ReadOnlyProperty
    private LocalDate dueOn;
    @ReadOnlyProperty
    private String dueBasis;
    @ReadOnlyProperty
    private LocalDate dueSince;
    @ReadOnlyProperty
    private Integer dueDays;
    @Version
    private Integer version;
    /** What the present step changed, in words. */
    @Transient
    private final List<String> remarks = new ArrayList<>();

    Dossier(DossierNumber number, String process, String form, String type, String title, UnitPath unitPath,
            String decider, String symbol, String ending, String higherAuthority, String jurisdictionBasis,
            String openedBy, Instant openedAt, String words, Status status) {
        this.number = number;
        this.process = process;
        this.form = form;
        this.type = type;
        this.title = title;
        this.unitPath = unitPath;
        this.decider = decider;
        this.symbol = symbol;
        this.ending = ending;
        this.higherAuthority = higherAuthority;
        this.jurisdictionBasis = jurisdictionBasis;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.words = words;
        this.status = status;
    }

    /** As its table keeps it. */
    static Dossier of(ResultSet row) throws SQLException {
        var closedAt = row.getTimestamp("closed_at");
        var kept = new Dossier(DossierNumber.of(row.getString("number")), row.getString("process"), row.getString("form"),
                row.getString("type"), row.getString("title"), UnitPath.of(row.getString("unit_path")),
                row.getString("decider"), row.getString("symbol"), row.getString("ending"),
                row.getString("higher_authority"), row.getString("jurisdiction_basis"), row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(), row.getString("words"),
                Status.valueOf(row.getString("status")));
        kept.closedAt = closedAt == null ? null : closedAt.toInstant();
        kept.suspendedOn = row.getObject("suspended_on", LocalDate.class);
        kept.suspensionReason = row.getString("suspension_reason");
        kept.dueOn = row.getObject("due_on", LocalDate.class);
        kept.dueBasis = row.getString("due_basis");
        kept.dueSince = row.getObject("due_since", LocalDate.class);
        kept.dueDays = row.getObject("due_days", Integer.class);
        kept.version = row.getObject("version", Integer.class);
        return kept;
    }

    /** @throws Refusal rule broken, while the dossier is suspended or after it has ended */
    public void requireOpen() {
        if (status.closed()) {
            throw Refusal.broken(null, "Hồ sơ %s đã kết thúc: %s".formatted(number, status.label()));
        }
        requireActive();
    }

    /** @throws Refusal rule broken, while the dossier is suspended; a process may have tasks left after the decision */
    public void requireActive() {
        if (suspendedOn != null) {
            throw Refusal.broken(null, "Hồ sơ %s đang tạm dừng, chưa thể xử lý".formatted(number));
        }
    }

    /** Adds to the comment of the step that is being taken what it changed in the content. */
    public void remark(String text) {
        remarks.add(text);
    }

    /** @return the comment with all that was remarked; null for none */
    String remarked(String comment) {
        var said = Stream.concat(Stream.ofNullable(comment), remarks.stream()).collect(Collectors.joining("\n"));
        remarks.clear();
        return said.isEmpty() ? null : said;
    }

    /** Units have ended, and the law gave the power to decide to another. */
    void decidedBy(Jurisdiction jurisdiction) {
        decider = jurisdiction.decider().group();
        symbol = jurisdiction.symbol();
        ending = jurisdiction.ending().id();
        higherAuthority = jurisdiction.higherAuthority();
        jurisdictionBasis = jurisdiction.legalBasis();
    }

    void proceedAs(Status next) {
        requireOpen();
        status = next;
    }

    void close(Status end, Instant when) {
        requireOpen();
        status = end;
        closedAt = when;
    }

    void suspend(String reason, LocalDate today) {
        requireOpen();
        suspendedOn = today;
        suspensionReason = reason;
    }

    /** As {@link Dossiers#expect} has kept it. */
    void expect(LocalDate last, String basis, LocalDate since, Integer workingDays) {
        dueOn = last;
        dueBasis = basis;
        dueSince = since;
        dueDays = workingDays;
    }

    /** @return the day on which the dossier had been suspended */
    LocalDate resume() {
        if (suspendedOn == null) {
            throw Refusal.broken(null, "Hồ sơ %s không ở trạng thái tạm dừng".formatted(number));
        }
        var since = suspendedOn;
        suspendedOn = null;
        suspensionReason = null;
        return since;
    }

    public DossierNumber number() {
        return number;
    }

    public String process() {
        return process;
    }

    public String form() {
        return form;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    /** The unit whose dossier it is. */
    public UnitPath unitPath() {
        return unitPath;
    }

    /** The post that decides, or that forwards the dossier to a higher authority. */
    public Post decider() {
        return Post.ofGroup(decider).orElseThrow();
    }

    /** Who decides and how, as fixed when the dossier was opened, or by {@link Rerouting} since. */
    public Jurisdiction jurisdiction() {
        return new Jurisdiction(decider(), symbol, Ending.of(ending), higherAuthority, jurisdictionBasis);
    }

    public String openedBy() {
        return openedBy;
    }

    /** The user name of who proposes it; empty where the program opened it. */
    public Optional<String> proposer() {
        return Optional.of(openedBy).filter(account -> !account.equals(Dossiers.SYSTEM));
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Status status() {
        return suspendedOn != null ? Status.SUSPENDED : status;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /**
     * The last day of the task that was opened last, or for which the dossier waits since; null before the first one.
     */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The paragraph that the last day follows from. */
    String dueBasis() {
        return dueBasis;
    }

    /** The day that the last day was counted from; null where that is a date that somebody set. */
    LocalDate dueSince() {
        return dueSince;
    }

    /** In how many working days since then; null together with it. */
    Integer dueDays() {
        return dueDays;
    }

    /** Whether the dossier waits for somebody past the last day. */
    public boolean late(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today) && suspendedOn == null && !status.closed();
    }

    public String suspensionReason() {
        return suspensionReason;
    }
}
