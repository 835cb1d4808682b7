package vn.phongtrao.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.law.LegalChange.Act;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.text.Wording;
import vn.phongtrao.turn.Turn;

/**
 * The register of legal documents. An administrator adds documents and what becomes of them; nothing that was entered is
 * ever rewritten, so that what was cited on a day can be told at any later time.
 */
@Service
@Transactional
public class LegalDocuments {

    public static final int LONGEST_NUMBER = 60;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_TEXT = 500;
    /** How many days before its end a document is told of. */
    public static final int TOLD_BEFORE = 60;

    private static final String WHAT = "văn bản";
    private static final String TURN = "legal-documents";
    private static final Sortable SORTABLE = Sortable.by("id", "kind", "number", "signedOn", "inForceFrom", "title")
            .alphabetically("title");
    /** Documents with their end as it was said last. */
    private static final String LIST = """
            (select document.*, last.act as last_act, last.day as ends_on, last.by_document as replaced_by,
                    (select cited_as from legal_document where id = last.by_document) as replaced_by_name,
                    amended.by_documents as amended_by, amended.by_names as amended_by_name
             from legal_document document left join lateral (
                 select string_agg(change.by_document, ', ' order by change.id) as by_documents,
                        string_agg(other.cited_as, ', ' order by change.id) as by_names
                 from legal_change change left join legal_document other on other.id = change.by_document
                 where change.document = document.id and change.act = 'amended' and change.withdrawn_at is null) amended
                 on true
             left join lateral (
                 select act, day, by_document from legal_change change
                 where change.document = document.id and change.act <> 'amended' and change.withdrawn_at is null
                 order by change.id desc limit 1) last on true) document""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LegalDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A row of the register.
     *
     * @param kindName   of {@code kind}, in words
     * @param endsOn     the day from which it is no longer in force, as was said last; null while none is said
     * @param replacedBy id of the document that takes its place; null where none does
     * @param amendedBy  ids of those that change it; null where none does, as its name
     * @param enteredBy  user name of who entered it
     * @param replacedByName what tables call it
     */
    public record Entry(String id, DocumentType kind, String kindName, String number, String issuer, LocalDate signedOn,
                        String title, String citedAs, LocalDate inForceFrom, LocalDate endsOn, String replacedBy,
                        String replacedByName, String amendedBy, String amendedByName, String note, String enteredBy) {
    }

    /**
     * What has become of a document, with who said so.
     *
     * @param byName      what tables call the document that says so; null where none does
     * @param withdrawnBy null while it holds
     */
    public record Line(LegalChange change, String byName, String enteredBy, Instant enteredAt, String withdrawnBy,
                       Instant withdrawnAt, String withdrawnReason) {
    }

    /** A document with all that was ever entered of it, the last first; and how a decision of today would cite it. */
    public record Sheet(LegalDocument document, String cited, LocalDate endedFrom, List<Line> changes) {
    }

    /** What a list is asked for; null leaves a criterion out. @param on in force on that day */
    public record Filter(DocumentType kind, String q, LocalDate on) {
    }

    /** What is entered, see {@link LegalDocument}. */
    public record Entered(DocumentType kind, String number, String issuer, LocalDate signedOn, String title,
                          String citedAs, LocalDate inForceFrom) {
    }

    /** What becomes of a document, see {@link LegalChange}. */
    public record Told(Act act, LocalDate day, String by, String words, boolean byReceipt) {
    }

    /** A document that ends or has ended, and nobody has said what comes instead. @param left days until then; 0 and less after it */
    public record Ending(LegalDocument document, LocalDate day, long left) {
    }

    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Pageable pageable) {
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, LegalDocuments::entry)
                .where("kind = :kind", "kind", filter.kind() == null ? null : filter.kind().id())
                .where("coalesce(in_force_from, '-infinity') <= :on and coalesce(ends_on, 'infinity') > :on", "on", filter.on())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Sheet of(String id) {
        var today = LocalDate.now(clock);
        var cited = law().cite(require(id).id(), today, today);
        return new Sheet(require(id), cited.text(), cited.endedFrom(), jdbc.sql(
                        "select change.*, other.cited_as from legal_change change left join legal_document other "
                                + "on other.id = change.by_document where document = ? order by change.id desc").param(id)
                .query((row, index) -> new Line(change(row, index), row.getString("cited_as"),
                        row.getString("entered_by"), instant(row, "entered_at"), row.getString("withdrawn_by"),
                        instant(row, "withdrawn_at"), row.getString("withdrawn_reason")))
                .list());
    }

    /** All documents, by what the rows of tables call them. */
    @Transactional(readOnly = true)
    public List<LegalDocument> all() {
        return law().documents().values().stream().sorted(Comparator.comparing(LegalDocument::citedAs, Alphabet.ORDER)).toList();
    }

    @Transactional(readOnly = true)
    public Citing citing(LocalDate receivedOn, LocalDate decidedOn) {
        return new Citing(law(), receivedOn, decidedOn);
    }

    /** Documents that end within so many days, or have ended, the first first; without those that are replaced. */
    @Transactional(readOnly = true)
    public List<Ending> endings(int days) {
        var today = LocalDate.now(clock);
        var law = law();
        return law.documents().values().stream().flatMap(document -> Citation.Law.end(law.changes().stream().filter(
                        change -> change.document().equals(document.id()) && change.knownOn(today)).toList())
                .filter(end -> end.act() != Act.REPLACED && end.day() != null && !end.day().isAfter(today.plusDays(days)))
                .map(end -> new Ending(document, end.day(), ChronoUnit.DAYS.between(today, end.day()))).stream())
                .sorted(Comparator.comparing(Ending::day)).toList();
    }

    /**
     * @param administrator user name
     * @throws Refusal rule broken, for a day before it was signed; conflict, for a number that the register has
     */
    public Entry enter(Entered entered, String administrator) {
        if (entered.inForceFrom().isBefore(entered.signedOn())) {
            throw Refusal.broken("inForceFrom", "Văn bản không có hiệu lực trước ngày ký");
        }
        var id = id(entered);
        try {
            jdbc.sql("""
                            insert into legal_document (id, kind, number, issuer, signed_on, title, cited_as, in_force_from,
                                                        entered_by, entered_at)
                            values (:id, :kind, :number, :issuer, :signed, :title, :citedAs, :from, :by, :at)""")
                    .param("id", id).param("kind", entered.kind().id()).param("number", entered.number())
                    .param("issuer", entered.issuer()).param("signed", entered.signedOn()).param("title", entered.title())
                    .param("citedAs", entered.citedAs() == null ? entered.kind().label() + " " + entered.number()
                            : entered.citedAs())
                    .param("from", entered.inForceFrom()).param("by", administrator).param("at", now()).update();
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("Văn bản số %s đã có trong sổ".formatted(entered.number()));
        }
        return entry(id);
    }

    /**
     * Says what becomes of a document. Decisions of days before are not touched by it.
     *
     * @param administrator user name
     * @throws Refusal not found; rule broken, where what is said is not whole or makes no sense
     */
    public Entry tell(String id, Told told, String administrator) {
        Turn.take(jdbc, TURN);
        var document = require(id);
        requireWhole(told, document);
        if (told.act() == Act.REPLACED) {
            requireNoCircle(id, told.by());
        }
        jdbc.sql("""
                        insert into legal_change (document, act, day, by_document, words, by_receipt, entered_by, entered_at,
                                                  entered_on)
                        values (:document, :act, :day, :by, :words, :receipt, :who, :at, :on)""")
                .param("document", id).param("act", told.act().id()).param("day", told.day(), Types.DATE)
                .param("by", told.by(), Types.VARCHAR).param("words", told.words()).param("receipt", told.byReceipt())
                .param("who", administrator).param("at", now()).param("on", LocalDate.now(clock)).update();
        return entry(id);
    }

    private void requireWhole(Told told, LegalDocument document) {
        if (told.day() == null && told.act() != Act.PROLONGED) {
            throw Refusal.broken("day", "Phải ghi ngày");
        }
        if (told.day() != null && document.inForceFrom() != null && told.day().isBefore(document.inForceFrom())) {
            throw Refusal.broken("day", "%s có hiệu lực từ ngày %s".formatted(document.brief(),
                    Wording.day(document.inForceFrom())));
        }
        if (told.by() == null && (told.act() == Act.AMENDED || told.act() == Act.REPLACED)) {
            throw Refusal.broken("by", "Phải ghi văn bản sửa đổi hoặc thay thế");
        }
        if (told.by() != null && (told.by().equals(document.id()) || find(told.by()).isEmpty())) {
            throw Refusal.broken("by", told.by().equals(document.id()) ? "Văn bản không sửa đổi, thay thế chính nó"
                    : "Sổ chưa có văn bản \"%s\"; hãy nhập văn bản đó trước".formatted(told.by()));
        }
        if (told.act() == Act.PROLONGED && told.day() != null && !told.day().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("day", "Ngày hết hiệu lực mới phải sau hôm nay");
        }
    }

    /** What replaces a document is not replaced by it in the end. */
    private void requireNoCircle(String id, String by) {
        var law = law();
        var next = Optional.of(by);
        for (int i = 0; i < law.documents().size() && next.isPresent(); i++) {
            if (next.get().equals(id)) {
                throw Refusal.broken("by", "Văn bản thay thế lại được chính văn bản này thay thế");
            }
            var document = next.get();
            next = Citation.Law.end(law.changes().stream().filter(change -> change.document().equals(document)
                            && change.withdrawnOn() == null).toList())
                    .filter(end -> end.act() == Act.REPLACED).map(LegalChange::by);
        }
    }

    /**
     * Withdraws what was entered wrongly; it stays to be seen, and decisions of the days before keep it.
     *
     * @throws Refusal not found; rule broken, where it is withdrawn already
     */
    public Entry withdraw(String id, long change, String reason, String administrator) {
        Turn.take(jdbc, TURN);
        require(id);
        if (jdbc.sql("select exists (select from legal_change where id = ? and document = ?)").params(change, id)
                .query(Boolean.class).single() && jdbc.sql("""
                        update legal_change set withdrawn_by = ?, withdrawn_at = ?, withdrawn_on = ?, withdrawn_reason = ?
                        where id = ? and withdrawn_at is null""")
                .params(administrator, now(), LocalDate.now(clock), reason, change).update() == 1) {
            return entry(id);
        }
        throw Refusal.notFound("Không có thay đổi này, hoặc đã rút");
    }

    private Citation.Law law() {
        return new Citation.Law(jdbc.sql("select * from legal_document").query(LegalDocuments::document).list().stream()
                .collect(Collectors.toMap(LegalDocument::id, Function.identity())),
                jdbc.sql("select * from legal_change order by id").query(LegalDocuments::change).list());
    }

    private LegalDocument require(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("Không có %s này".formatted(WHAT)));
    }

    private Optional<LegalDocument> find(String id) {
        return jdbc.sql("select * from legal_document where id = ?").param(id).query(LegalDocuments::document).optional();
    }

    private Entry entry(String id) {
        return jdbc.sql("select * from " + LIST + " where id = ?").param(id).query(LegalDocuments::entry).single();
    }

    /** For addresses: {@code decree-152-2025-nd-cp}. */
    private static String id(Entered entered) {
        return (entered.kind().id() + "-" + Wording.slug(entered.number())).toLowerCase(Locale.ROOT);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static LegalDocument document(ResultSet row, int index) throws SQLException {
        return new LegalDocument(row.getString("id"), DocumentType.of(row.getString("kind")), row.getString("number"),
                row.getString("issuer"), row.getObject("signed_on", LocalDate.class), row.getString("title"),
                row.getString("cited_as"), row.getObject("in_force_from", LocalDate.class), row.getString("note"));
    }

    private static LegalChange change(ResultSet row, int index) throws SQLException {
        return new LegalChange(row.getLong("id"), row.getString("document"), Act.of(row.getString("act")),
                row.getObject("day", LocalDate.class), row.getString("by_document"), row.getString("words"),
                row.getBoolean("by_receipt"), row.getObject("entered_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var document = document(row, index);
        var replaced = "replaced".equals(row.getString("last_act"));
        return new Entry(document.id(), document.kind(), document.kind().label(), document.number(), document.issuer(),
                document.signedOn(), document.title(), document.citedAs(), document.inForceFrom(),
                row.getObject("ends_on", LocalDate.class), replaced ? row.getString("replaced_by") : null,
                replaced ? row.getString("replaced_by_name") : null, row.getString("amended_by"),
                row.getString("amended_by_name"), document.note(), row.getString("entered_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
