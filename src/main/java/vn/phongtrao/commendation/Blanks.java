package vn.phongtrao.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Replacement;
import vn.phongtrao.language.Labels;
import vn.phongtrao.press.PrintedOnBlanks;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The ledger of blank certificates: what serial numbers came in, which was printed for whom, which were spoiled and which
 * given back. No serial is used twice. Kept by who prints for the authority.
 */
@Service
@Transactional
public class Blanks {

    static final int MOST_AT_ONCE = 5_000;
    private static final int DIGITS = 12;

    private final CertificateKeepers keepers;
    private final FormsGiven forms;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Blanks(CertificateKeepers keepers, FormsGiven forms, Units units, JdbcClient jdbc, Clock clock) {
        this.keepers = keepers;
        this.forms = forms;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Serials that follow one another.
     *
     * @param position of the authority for whose awards they are, in that unit
     * @param first    letters may stand before its digits: {@code AB000101}
     * @param last     of the same length and letters
     */
    public record Range(UnitPath unitPath, String position, String form, String first, String last) {
    }

    private record Blank(String state, boolean handedOver) {
    }

    /** How many blanks it was about. */
    public record Done(int blanks) {
    }

    /**
     * Enters blanks that came in.
     *
     * @throws Refusal not found; malformed, for a form there is not or serials that are no range; forbidden, but for who
     *                 keeps the authority's blanks; rule broken, for a form that the authority does not give, a day after today or
     *                 too many; conflict, where a
     *                 serial is entered
     */
    public Done receive(Range range, LocalDate receivedOn, String receivedFrom, Officer officer) {
        var authority = keepers.acting(authority(range, officer));
        if (!forms.by(authority).contains(range.form())) {
            throw Refusal.broken("form", "%s không quyết định tặng %s nên không nhập phôi của hình thức này".formatted(
                    keepers.title(authority), AwardForm.name(range.form())));
        }
        requireDay("receivedOn", receivedOn);
        var serials = serials(range);
        var entered = jdbc.sql("""
                        insert into blank_certificate (unit_path, position, form, serial, received_on, received_from,
                                                       recorded_by, recorded_person, recorded_at)
                        select :unit, :position, :form, serial, :on, :from, :by, :person, :at
                        from unnest(:serials) with ordinality as one(serial, place) order by place
                        on conflict (unit_path, position, form, serial) do nothing""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .param("form", range.form()).param("on", receivedOn).param("from", receivedFrom)
                .param("by", officer.id()).param("person", keepers.person())
                .param("at", Timestamp.from(clock.instant())).param("serials", serials.toArray(String[]::new)).update();
        if (entered < serials.size()) {
            throw Refusal.conflict("Trong khoảng số này có %d phôi đã có trong sổ".formatted(serials.size() - entered));
        }
        return new Done(entered);
    }

    /** The forms, by id, that blanks of an authority may come in for; none for one that has ended. */
    @Transactional(readOnly = true)
    public List<String> forms(UnitPath unitPath, String position) {
        var authority = CertificateKeepers.authority(unitPath, position);
        return keepers.acting(authority).equals(authority) ? forms.by(authority) : List.of();
    }

    /**
     * Gives blanks back that are all in stock.
     *
     * @throws Refusal as {@link #receive}; rule broken, where one of them is not in stock
     */
    public Done giveBack(Range range, LocalDate returnedOn, String reason, Officer officer) {
        var authority = authority(range, officer);
        requireDay("returnedOn", returnedOn);
        var serials = serials(range);
        var returned = jdbc.sql("""
                        update blank_certificate set state = 'returned', changed_on = :on, reason = :reason
                        where unit_path = :unit and position = :position and form = :form and serial = any(:serials)
                          and state = 'stock' and received_on <= :on""")
                .param("on", returnedOn).param("reason", reason).param("unit", authority.unitPath().value())
                .param("position", authority.position().id()).param("form", range.form())
                .param("serials", serials.toArray(String[]::new)).update();
        if (returned < serials.size()) {
            throw Refusal.broken("first", "Chỉ %d trong %d phôi của khoảng số này còn trong kho".formatted(returned,
                    serials.size()));
        }
        return new Done(returned);
    }

    /**
     * Enters that a blank in stock, or one that was printed on, is spoiled. An award whose blank is spoiled gets the next.
     *
     * @param one with the same first and last serial
     * @throws Refusal not found; malformed; forbidden, but for who keeps the authority's blanks; conflict, where it is
     *                 spoiled or given back, or its certificate is handed over
     */
    public Done spoil(Range one, String reason, Officer officer) {
        var authority = authority(one, officer);
        var found = jdbc.sql("""
                        select state, exists (select from award join certificate_handover handover
                                                  on handover.award_id = award.id and handover.print = award.print
                                              where award.id = blank.award_id and undone_at is null) as handed_over
                        from blank_certificate blank
                        where unit_path = :unit and position = :position and form = :form and serial = :serial for update""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .param("form", one.form()).param("serial", one.first()).query(Blank.class).optional()
                .orElseThrow(() -> Refusal.notFound("Không có phôi số %s".formatted(one.first())));
        if (!found.state().equals("stock") && !found.state().equals("issued")) {
            throw Refusal.conflict("Phôi này đã được ghi là hỏng hoặc đã trả");
        }
        if (found.handedOver()) {
            throw Refusal.conflict("Giấy khen, bằng khen in trên phôi này đã trao; bị mất, hư hỏng thì lập hồ sơ cấp lại");
        }
        return new Done(jdbc.sql("""
                        update blank_certificate set state = 'spoiled', changed_on = :on, reason = :reason
                        where unit_path = :unit and position = :position and form = :form and serial = :serial""")
                .param("on", LocalDate.now(clock)).param("reason", reason).param("unit", authority.unitPath().value())
                .param("position", authority.position().id()).param("form", one.form()).param("serial", one.first())
                .update());
    }

    /** The certificate is given again: the blank that it was printed on is spoiled, and printing takes the next. */
    void replace(long award, Replacement by) {
        jdbc.sql("""
                        update blank_certificate set state = 'spoiled', changed_on = :on, reason = :reason
                        where award_id = :award and state = 'issued'""")
                .param("on", LocalDate.now(clock)).param("reason", "Cấp lại theo hồ sơ " + by.dossierNumber())
                .param("award", award).update();
    }

    /**
     * Takes the next serials for certificates that are printed on blanks; one that has its blank keeps it. Where the
     * authority's ledger has no blanks of that form, none are kept in it, and nothing is entered.
     *
     * @throws Refusal rule broken, where fewer are in stock than are printed
     */
    @EventListener
    void take(PrintedOnBlanks printed) {
        var authority = keepers.acting(printed.decision().post());
        if (!keepers.keeps(printed.officer(), authority)) {
            return;
        }
        var form = jdbc.sql("select form from award where decision_id = ? limit 1").param(printed.decision().id())
                .query(String.class).optional();
        form.filter(one -> kept(authority, one)).ifPresent(one -> take(printed, authority, one));
    }

    private boolean kept(Post authority, String form) {
        return jdbc.sql("""
                        select exists (select 1 from blank_certificate
                                       where unit_path = :unit and position = :position and form = :form)""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .param("form", form).query(Boolean.class).single();
    }

    private void take(PrintedOnBlanks printed, Post authority, String form) {
        Turn.take(jdbc, "blanks %s %s".formatted(authority.group(), form));
        var awards = jdbc.sql("""
                        select id from award where decision_id = ? and revoked_on is null and not exists (
                            select 1 from blank_certificate where award_id = award.id and state = 'issued')
                        order by id""").param(printed.decision().id()).query(Long.class).list();
        var stock = jdbc.sql("""
                        select id from blank_certificate
                        where unit_path = :unit and position = :position and form = :form and state = 'stock'
                        order by id limit :count for update""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .param("form", form).param("count", awards.size()).query(Long.class).list();
        if (stock.size() < awards.size()) {
            throw Refusal.broken("blank", "Cần %d phôi, trong kho chỉ còn %d".formatted(awards.size(), stock.size()));
        }
        IntStream.range(0, awards.size()).forEach(i -> jdbc.sql("""
                        update blank_certificate set state = 'issued', award_id = :award, changed_on = :on where id = :id""")
                .param("award", awards.get(i)).param("on", LocalDate.now(clock)).param("id", stock.get(i)).update());
    }

    /** Whose they are: of one that has ended, who keeps those of its successor gives back what was left. */
    private Post authority(Range range, Officer officer) {
        if (Labels.find("award-form." + range.form()).isEmpty()) {
            throw Refusal.malformed("form", "Không có hình thức khen thưởng \"%s\"".formatted(range.form()));
        }
        var authority = CertificateKeepers.authority(units.require(range.unitPath()).path(), range.position());
        keepers.require(officer, authority);
        return authority;
    }

    private void requireDay(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày này chưa tới");
        }
    }

    /** @throws Refusal malformed, for what is no range; rule broken, for too many */
    static List<String> serials(Range range) {
        var letters = letters(range.first()).orElseThrow(() -> Refusal.malformed("first",
                "Số phôi gồm chữ cái (nếu có) rồi đến chữ số, ví dụ AB000101"));
        if (range.last().length() != range.first().length() || !letters(range.last()).equals(Optional.of(letters))) {
            throw Refusal.malformed("last", "Số cuối phải cùng chữ cái và cùng số chữ số với số đầu");
        }
        var digits = range.first().length() - letters.length();
        var first = Long.parseLong(range.first().substring(letters.length()));
        var last = Long.parseLong(range.last().substring(letters.length()));
        if (last < first) {
            throw Refusal.malformed("last", "Số cuối không được trước số đầu");
        }
        if (last - first >= MOST_AT_ONCE) {
            throw Refusal.broken("last", "Mỗi lần nhiều nhất %d phôi".formatted(MOST_AT_ONCE));
        }
        return IntStream.rangeClosed(0, (int) (last - first))
                .mapToObj(i -> letters + String.format("%0" + digits + "d", first + i)).toList();
    }

    /** What stands before the digits at the end; empty for a text that is no serial. */
    private static Optional<String> letters(String serial) {
        return serial.matches("[A-Z]{0,6}\\d{1,%d}".formatted(DIGITS)) ? Optional.of(serial.replaceFirst("\\d+$", ""))
                : Optional.empty();
    }
}
