package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Enters that certificates were handed over: who received them, when, how and from whom. */
@Service
@Transactional
public class CertificateHandovers implements RegisterImport {

    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 50;
    private static final SheetForm FORM = SheetForm.of("trao-giay-khen-bang-khen",
            SheetColumn.text("decisionNumber", "column.decision", LONGEST_NUMBER),
            SheetColumn.text("name", "column.name", LONGEST),
            SheetColumn.day("handedOn", "column.handed-on"),
            SheetColumn.choice("way", "column.handover-way", "handover-way"),
            SheetColumn.text("ceremony", "column.ceremony", LONGEST).optional().told("Bắt buộc khi trao tại buổi lễ."),
            SheetColumn.text("receivedBy", "column.received-by", LONGEST).optional()
                    .told("Bỏ trống khi chính người được khen thưởng nhận."),
            SheetColumn.text("handedBy", "column.handed-by", LONGEST));

    private static final String DUE = """
            select award.id, dossier.decider, award.decided_on, award.printed_on, award.name, award.posthumous,
                   nominee.receiver, award.revoked_on is not null as revoked
            from award join dossier on dossier.number = award.dossier_number
            join nominee on nominee.id = award.nominee_id
            where\s""";

    private final CertificateKeepers keepers;
    private final JdbcClient jdbc;
    private final Clock clock;

    CertificateHandovers(CertificateKeepers keepers, JdbcClient jdbc, Clock clock) {
        this.keepers = keepers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is said of all that were handed over at once.
     *
     * @param way      id of a {@link HandoverWay}
     * @param ceremony its name and place; for that way alone
     * @param handedBy who handed them over
     */
    public record Occasion(LocalDate handedOn, String way, String ceremony, String handedBy) {
    }

    /** One of them. @param receivedBy null where the recipient did, or whom the dossier names for the dead */
    public record Received(long award, String receivedBy) {
    }

    /** How many were entered. */
    public record Done(int certificates) {
    }

    /** An authority for which the officer keeps them. @param authority as {@code 95/committee-chair} */
    public record Kept(String authority, UnitPath unitPath, String position, String name) {
    }

    /** @param printedOn the day from which the print that counts is; null for the first */
    private record Due(long id, Post authority, LocalDate decidedOn, LocalDate printedOn, String name, boolean posthumous,
                       String receiver, boolean revoked) {

        private static Due of(ResultSet row, int index) throws SQLException {
            var decider = row.getString("decider");
            var end = decider.lastIndexOf('/');
            return new Due(row.getLong("id"), new Post(UnitPath.of(decider.substring(0, end)),
                    Position.of(decider.substring(end + 1))), row.getObject("decided_on", LocalDate.class),
                    row.getObject("printed_on", LocalDate.class), row.getString("name"), row.getBoolean("posthumous"),
                    row.getString("receiver"), row.getBoolean("revoked"));
        }
    }

    /** The authorities for which the officer keeps certificates. */
    @Transactional(readOnly = true)
    public List<Kept> kept(Officer officer) {
        return keepers.of(officer).stream().map(post -> new Kept(post.group(), post.unitPath(), post.position().id(),
                keepers.title(post))).toList();
    }

    /**
     * Enters that these certificates were handed over, all or none.
     *
     * @throws Refusal not found; forbidden, but for who keeps the authority's certificates; malformed; rule broken, for
     *                 an award that is named twice or was revoked, a day before its decision or print or after today, a
     *                 ceremony without a name, a dead person for whom nobody received it; conflict, where one was handed
     *                 over
     */
    public Done enter(Occasion occasion, List<Received> received, Officer officer) {
        Map<Long, Received> asked = received.stream().collect(Collectors.toMap(Received::award, Function.identity(),
                (one, same) -> one));
        if (asked.size() < received.size()) {
            throw Refusal.broken("certificates", "Một giấy khen, bằng khen có ở hai dòng");
        }
        var due = jdbc.sql(DUE + "award.id in (:ids) order by award.id").param("ids", asked.keySet()).query(Due::of).list();
        if (due.size() < asked.size()) {
            throw Refusal.notFound("Không có khen thưởng này");
        }
        due.forEach(one -> keepers.require(officer, one.authority()));
        due.forEach(one -> enter(occasion, one, asked.get(one.id()).receivedBy(), officer));
        return new Done(due.size());
    }

    /**
     * The same for all certificates of a decision that have not been handed over; recipients received them themselves.
     *
     * @throws Refusal as {@link #enter}; conflict, where all were handed over
     */
    public Done enterDecision(Occasion occasion, long decisionId, Officer officer) {
        var all = jdbc.sql(DUE + "award.decision_id = ? and award.revoked_on is null order by award.id").param(decisionId)
                .query(Due::of).list();
        if (all.isEmpty()) {
            throw Refusal.notFound("Quyết định này không kèm giấy khen, bằng khen");
        }
        keepers.require(officer, all.get(0).authority());
        var handed = jdbc.sql("""
                        select award.id from award join certificate_handover handover
                            on handover.award_id = award.id and handover.print = award.print and undone_at is null
                        where award.id in (:ids)""")
                .param("ids", all.stream().map(Due::id).toList()).query(Long.class).set();
        var due = all.stream().filter(one -> !handed.contains(one.id())).toList();
        if (due.isEmpty()) {
            throw handedOver();
        }
        due.forEach(one -> enter(occasion, one, null, officer));
        return new Done(due.size());
    }

    /**
     * Undoes an entry that was made by mistake; it is kept with the reason.
     *
     * @throws Refusal not found; forbidden, but for who keeps the authority's certificates; conflict, where it is undone
     */
    public Done undo(long handoverId, String reason, Officer officer) {
        var award = jdbc.sql("select award_id from certificate_handover where id = ?").param(handoverId)
                .query(Long.class).optional().orElseThrow(() -> Refusal.notFound("Không có lần trao này"));
        keepers.require(officer, jdbc.sql(DUE + "award.id = ?").param(award).query(Due::of).single().authority());
        var undone = jdbc.sql("""
                update certificate_handover set undone_by = :by, undone_person = :person, undone_at = :at,
                       undo_reason = :reason
                where id = :id and undone_at is null""").param("by", officer.id()).param("person", keepers.person())
                .param("at", Timestamp.from(clock.instant())).param("reason", reason).param("id", handoverId).update();
        if (undone == 0) {
            throw Refusal.conflict("Lần trao này đã được hủy ghi nhận");
        }
        return new Done(undone);
    }

    @Override
    public String register() {
        return "/api/certificates";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return !keepers.of(officer).isEmpty();
    }

    /**
     * Enters the rows of a file, all or none; awards are known by the number of the decision and the name.
     *
     * @return how many
     * @throws Refusal forbidden, for who keeps no certificates; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        if (!takesFrom(officer)) {
            throw Refusal.forbidden("Chỉ người in giấy khen, bằng khen của cơ quan được ghi việc trao");
        }
        return FORM.read(file, row -> {
            var occasion = new Occasion(row.date("handedOn"), row.option("way", HandoverWay::find).id(),
                    row.optional("ceremony", LONGEST).orElse(null), row.name("handedBy", LONGEST));
            var due = called(row, officer);
            enter(occasion, due, row.optional("receivedBy", LONGEST).orElse(null), officer);
            return due;
        }).size();
    }

    private Due called(SheetRow row, Officer officer) {
        var name = PlainText.comparable(row.name("name", LONGEST));
        var found = jdbc.sql(DUE + """
                        upper(award.decision_number) = upper(:number) and award.revoked_on is null and not exists (
                            select 1 from certificate_handover
                            where award_id = award.id and print = award.print and undone_at is null) order by award.id""")
                .param("number", row.text("decisionNumber", LONGEST_NUMBER)).query(Due::of).list().stream()
                .filter(due -> PlainText.comparable(due.name()).equals(name) && keepers.keeps(officer, due.authority()))
                .toList();
        if (found.isEmpty()) {
            throw Refusal.broken("name", "Không có khen thưởng chưa trao của người, tập thể này theo quyết định đó");
        }
        if (found.size() > 1) {
            throw Refusal.broken("name", "Có nhiều người, tập thể cùng tên theo quyết định đó; hãy ghi trên trang");
        }
        return found.get(0);
    }

    private void enter(Occasion occasion, Due due, String receivedBy, Officer officer) {
        var way = HandoverWay.asked(occasion.way());
        if (due.revoked()) {
            throw Refusal.broken("awards", "Có khen thưởng đã bị hủy bỏ");
        }
        if ((way == HandoverWay.CEREMONY) != (occasion.ceremony() != null)) {
            throw Refusal.broken("ceremony", "Ghi tên buổi lễ khi trao tại buổi lễ, và chỉ khi đó");
        }
        if (occasion.handedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("handedOn", "Ngày trao chưa tới");
        }
        if (occasion.handedOn().isBefore(due.decidedOn())) {
            throw Refusal.broken("handedOn", "Ngày trao không được trước ngày quyết định, %s"
                    .formatted(Wording.day(due.decidedOn())));
        }
        if (due.printedOn() != null && occasion.handedOn().isBefore(due.printedOn())) {
            throw Refusal.broken("handedOn", "Ngày trao không được trước ngày cấp lại, %s"
                    .formatted(Wording.day(due.printedOn())));
        }
        var receiver = Optional.ofNullable(receivedBy).or(() -> Optional.ofNullable(due.receiver()))
                .orElseGet(() -> due.posthumous() ? null : due.name());
        if (Objects.isNull(receiver)) {
            throw Refusal.broken("receivedBy", "Truy tặng thì phải ghi người nhận thay cho %s".formatted(due.name()));
        }
        var entered = jdbc.sql("""
                        insert into certificate_handover (award_id, print, handed_on, way, ceremony, received_by, handed_by,
                                                          recorded_by, recorded_person, recorded_at)
                        select id, print, :on, :way, :ceremony, :received, :handed, :by, :person, :at from award
                        where id = :award and revoked_on is null for no key update
                        on conflict (award_id, print) where undone_at is null do nothing""")
                .param("on", occasion.handedOn()).param("way", way.id()).param("ceremony", occasion.ceremony())
                .param("received", receiver).param("handed", occasion.handedBy()).param("by", officer.id())
                .param("person", keepers.person()).param("at", Timestamp.from(clock.instant())).param("award", due.id())
                .update();
        if (entered == 0) {
            throw handedOver();
        }
    }

    private static Refusal handedOver() {
        return Refusal.conflict("Giấy khen, bằng khen đã được ghi nhận là đã trao");
    }
}
