package vn.phongtrao.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.audit.AuditTrail;
import vn.phongtrao.audit.Identifiers;
import vn.phongtrao.audit.Kind;
import vn.phongtrao.citizen.WrittenNumbers;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Who took which list away, and what for. What is recorded stays. */
@Service
public class Exports {

    /** The parameter that says what a list is taken for. */
    public static final String PURPOSE = "purpose";
    /** How many letters that may have. */
    public static final int LONGEST_PURPOSE = 200;

    private static final Sortable SORTABLE = Sortable.by("id", "exportedAt", "account", "list", "rows=row_count",
            "unitPath");
    private static final String TAKEN = """
            (select export.id, event.at as exported_at, event.account, person, posts, event.unit_path, list, criteria, format, row_count, purpose
             from export join audit_event event on event.id = export.event) taken""";
    private static final Set<Position> HEADS = Set.of(Position.POLICE_CHIEF, Position.COMMITTEE_CHAIR);

    private final Criteria criteria;
    private final CurrentOfficer signedIn;
    private final Units units;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Exports(Criteria criteria, CurrentOfficer signedIn, Units units, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.criteria = criteria;
        this.trail = trail;
        this.signedIn = signedIn;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A list that is taken away.
     *
     * @param list     name of the register
     * @param criteria what it was narrowed and sorted by, without texts that somebody typed
     * @param rows     how many it had when they were counted
     * @param purpose  null where none was told
     */
    public record Export(String list, String criteria, String format, long rows, String purpose) {
    }

    /**
     * An export as the register shows it.
     *
     * @param personName   the full name at that time; the account for systems
     * @param posts        that the person held, as groups, divided by commas
     * @param postNames    the same in words
     * @param criteriaName the criteria in words
     * @param unitPath the highest unit of those; null for a person without a post
     */
    public record Entry(long id, Instant exportedAt, String account, String personName, String posts,
                        String postNames, UnitPath unitPath, String list, String listName, String criteria,
                        String criteriaName, String format, long rows, String purpose) {
    }

    /** What a list is asked for; null leaves a criterion out. @param exportedTo the last day */
    public record Filter(String account, String list, UnitPath unit, LocalDate exportedFrom, LocalDate exportedTo) {
    }

    /**
     * What a list is taken for, as it is kept.
     *
     * @param told    null or empty for nothing
     * @param persons whether it names persons, so that it must be told
     * @return null where none was told
     * @throws Refusal malformed, without a purpose that is needed, or for one that is too long, no plain text, or names a person's papers by number
     */
    public static String purpose(String told, boolean persons) {
        var purpose = told == null ? "" : PlainText.kept(told);
        if (purpose.isEmpty() && persons) {
            throw Refusal.malformed(PURPOSE, "Danh sách có thông tin cá nhân: phải nêu mục đích tải về");
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw Refusal.malformed(PURPOSE, "Mục đích dài quá %d ký tự".formatted(LONGEST_PURPOSE));
        }
        PlainText.refused(purpose, false).ifPresent(why -> {
            throw Refusal.malformed(PURPOSE, why);
        });
        if (!purpose.isEmpty() && !PlainText.hasLetter(purpose)) {
            throw Refusal.malformed(PURPOSE, "Mục đích " + Named.MESSAGE);
        }
        WrittenNumbers.requireNoneWithin(PURPOSE, purpose);
        return purpose.isEmpty() ? null : purpose;
    }

    /**
     * Keeps who takes a list away, whatever becomes of the transaction that reads it: in the audit trail, and what for, which heads read, beside it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(Export export, Officer officer) {
        var event = trail.tellRequest(Kind.DOWNLOAD, "list", new Identifiers().with("list", export.list()).with("format", export.format())
                .with("rows", export.rows()).withAll(export.criteria()), officer);
        jdbc.sql("""
                        insert into export (event, person, posts, list, criteria, format, row_count, purpose)
                        values (:event, :person, :posts, :list, :criteria, :format, :rows, :purpose)""")
                .param("event", event).param("person", signedIn.fullName().orElse(null))
                .param("posts", officer.posts().stream().map(Post::group).sorted().collect(Collectors.joining(", ")))
                .param("list", export.list()).param("criteria", export.criteria()).param("format", export.format())
                .param("rows", export.rows()).param("purpose", export.purpose()).update();
    }

    /** Those of the units that the officer heads and below, and the officer's own. Administrators see all. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        var head = new Officer(officer.id(), officer.posts().stream().filter(post -> HEADS.contains(post.position()))
                .collect(Collectors.toUnmodifiableSet()), officer.administrator());
        return new RegisterQuery<>(jdbc, TAKEN, SORTABLE, this::entry)
                .visible("unit_path", head, "account = :officer")
                .where("account = :account", "account", filter.account())
                .where("list = :list", "list", filter.list())
                .under("unit_path", filter.unit())
                .where("exported_at >= :from", "from", startOf(filter.exportedFrom()))
                .where("exported_at < :to", "to",
                        filter.exportedTo() == null ? null : startOf(filter.exportedTo().plusDays(1)))
                .page(pageable);
    }

    private Timestamp startOf(LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit_path");
        var list = row.getString("list");
        return new Entry(row.getLong("id"), row.getTimestamp("exported_at").toInstant(), row.getString("account"),
                Optional.ofNullable(row.getString("person")).orElse(row.getString("account")), row.getString("posts"),
                inWords(row.getString("posts")), unit == null ? null : UnitPath.of(unit), list,
                Labels.find("register." + list).orElse(list), row.getString("criteria"),
                criteria.inWords(list, row.getString("criteria")), row.getString("format"),
                row.getLong("row_count"), row.getString("purpose"));
    }

    private String inWords(String posts) {
        return Arrays.stream(posts.split(", ")).map(group -> Post.ofGroup(group).flatMap(post ->
                units.find(post.unitPath()).map(unit -> unit.title(post.position()))).orElse(group))
                .collect(Collectors.joining(", "));
    }
}
