package vn.phongtrao.holiday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;

/**
 * Days from a file, as a change that is still to be looked at and confirmed: XLSX or CSV with the columns of
 * {@link #FORM}, or iCalendar.
 */
@Service
@Transactional(readOnly = true)
public class CalendarFile {

    public static final SheetForm FORM = SheetForm.of("lich-lam-viec",
            SheetColumn.day("day", "calendar.day"),
            SheetColumn.choice("kind", "calendar.kind", "calendar.kind"),
            SheetColumn.text("name", "calendar.name", CalendarRow.LONGEST_NAME),
            SheetColumn.text("legalBasis", "calendar.basis", CalendarRow.LONGEST_BASIS),
            SheetColumn.day("inPlaceOf", "calendar.in-place-of").optional().told("Bắt buộc của ngày làm bù."));

    private final CalendarBook book;
    private final Years years;

    CalendarFile(CalendarBook book, Years years) {
        this.book = book;
        this.years = years;
    }

    /**
     * What a file would change; days that the calendar has already like this are left out.
     *
     * @param document the basis of events of iCalendar that name none; may be null
     * @throws Refusal forbidden; malformed, when the file cannot be read; rule broken, naming each wrong row by its line
     */
    public Change read(byte[] file, String document, Officer officer) {
        years.requireKeeper(officer);
        var rows = EventFile.is(file) ? EventFile.rows(file, document) : sheet(file);
        var known = book.rows();
        return new Change(rows.stream().filter(row -> !known.containsKey(row.day())).toList(),
                rows.stream().filter(row -> known.containsKey(row.day()) && !row.equals(known.get(row.day()))).toList(),
                List.of(), null, book.revision());
    }

    private static List<CalendarRow> sheet(byte[] file) {
        var lines = new HashMap<LocalDate, Integer>();
        return FORM.read(file, row -> row(row, lines));
    }

    private static CalendarRow row(SheetRow cells, Map<LocalDate, Integer> lines) {
        var row = new CalendarRow(cells.date("day"), cells.option("kind", DayKind::find),
                cells.name("name", CalendarRow.LONGEST_NAME), cells.name("legalBasis", CalendarRow.LONGEST_BASIS),
                cells.optionalDate("inPlaceOf").orElse(null));
        row.require();
        requireOnce(row.day(), cells.line(), lines);
        return row;
    }

    /** @throws Refusal malformed, naming the line that has the day already */
    static void requireOnce(LocalDate day, int line, Map<LocalDate, Integer> lines) {
        var other = lines.putIfAbsent(day, line);
        if (other != null && !Objects.equals(other, line)) {
            throw Refusal.malformed("day", "ngày đã có ở dòng %d".formatted(other));
        }
    }
}
