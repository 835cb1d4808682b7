package vn.phongtrao.holiday;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * Whole-day events of an iCalendar file (RFC 5545) as days off: {@code DTSTART}, {@code DTEND} (the day after the last
 * one), {@code SUMMARY}, the basis as {@code DESCRIPTION}. Saturdays and Sundays among them are off anyway. An event
 * with {@code X-IN-PLACE-OF} is a working day for that day off.
 */
final class EventFile extends VObjectDataAdapter {

    private static final String FIELD = "file";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_DAYS = 31;
    private static final int MOST_ROWS = 400;
    private static final int MOST_ERRORS = 50;

    private final String document;
    private final List<CalendarRow> rows = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<LocalDate, Integer> lines = new HashMap<>();
    private Map<String, String> event;
    private int begun;

    private EventFile(String document) {
        this.document = document;
    }

    static boolean is(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8);
        return head.replace("\uFEFF", "").stripLeading().toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR");
    }

    /**
     * @param document the basis where an event names none; may be null
     * @throws Refusal malformed, when the file cannot be read; rule broken, naming what is wrong by its line
     */
    static List<CalendarRow> rows(byte[] file, String document) {
        if (file.length > LARGEST) {
            throw Refusal.malformed(FIELD, "Tệp lớn hơn %d MB".formatted(LARGEST >> 20));
        }
        var events = new EventFile(document);
        var text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.parse(events);
        } catch (IOException unreadable) {
            throw Refusal.malformed(FIELD, "Tệp không phải là iCalendar hợp lệ");
        }
        return events.read();
    }

    private List<CalendarRow> read() {
        if (event != null) {
            wrong(begun, "sự kiện không có END:VEVENT");
        }
        if (!errors.isEmpty()) {
            throw Refusal.broken(FIELD, errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("\n"))
                    + (errors.size() > MOST_ERRORS ? "\nvà %d lỗi khác".formatted(errors.size() - MOST_ERRORS) : ""));
        }
        if (rows.isEmpty()) {
            throw Refusal.malformed(FIELD, "Tệp không có ngày nghỉ nào");
        }
        return rows;
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (name.equalsIgnoreCase("VEVENT")) {
            event = new HashMap<>();
            begun = context.getLineNumber();
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        if (event == null || !inEvent(context)) {
            return;
        }
        var name = property.getName().toUpperCase(Locale.ROOT);
        if (name.equals("RRULE") || name.equals("RDATE")) {
            wrong(context.getLineNumber(), "không nhận sự kiện lặp lại; hãy ghi từng ngày");
        }
        event.putIfAbsent(name, VObjectPropertyValues.unescape(property.getValue()));
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (name.equalsIgnoreCase("VEVENT") && event != null) {
            try {
                days();
            } catch (Refusal refused) {
                wrong(begun, refused.getMessage());
            }
            event = null;
        }
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        wrong(context.getLineNumber(), "không đọc được");
    }

    private static boolean inEvent(Context context) {
        var parents = context.getParentComponents();
        return !parents.isEmpty() && parents.get(parents.size() - 1).equalsIgnoreCase("VEVENT");
    }

    private void wrong(int line, String message) {
        errors.add("Dòng %d: %s".formatted(line, message));
    }

    private void days() {
        var first = day("DTSTART");
        var end = event.containsKey("DTEND") ? day("DTEND") : first.plusDays(1);
        var last = end.isAfter(first) ? end.minusDays(1) : first;
        if (last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw Refusal.malformed(null, "sự kiện dài quá %d ngày".formatted(MOST_DAYS));
        }
        var name = text("SUMMARY", event.get("SUMMARY"), CalendarRow.LONGEST_NAME);
        var basis = text("DESCRIPTION", PlainText.kept(event.getOrDefault("DESCRIPTION", "")).isEmpty() ? document
                : event.get("DESCRIPTION"), CalendarRow.LONGEST_BASIS);
        var inPlaceOf = event.containsKey("X-IN-PLACE-OF") ? day("X-IN-PLACE-OF") : null;
        for (var day : first.datesUntil(last.plusDays(1)).toList()) {
            if (inPlaceOf != null) {
                add(new CalendarRow(day, DayKind.WORKING, name, basis, inPlaceOf));
            } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                add(new CalendarRow(day, DayKind.OFF, name, basis, null));
            }
        }
    }

    private void add(CalendarRow row) {
        row.require();
        CalendarFile.requireOnce(row.day(), begun, lines);
        if (rows.size() >= MOST_ROWS) {
            throw Refusal.malformed(null, "tệp có quá %d ngày".formatted(MOST_ROWS));
        }
        rows.add(row);
    }

    private LocalDate day(String property) {
        try {
            return LocalDate.parse(event.getOrDefault(property, "").strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            throw Refusal.malformed(null, "%s phải là một ngày dạng 20270204 (sự kiện cả ngày)".formatted(property));
        }
    }

    private static String text(String property, String value, int most) {
        var text = value == null ? "" : PlainText.kept(value).replace('\n', ' ');
        if (text.isEmpty() || !PlainText.hasLetter(text) || PlainText.refused(text, false).isPresent()) {
            throw Refusal.malformed(null, property.equals("DESCRIPTION") ? "không có căn cứ (DESCRIPTION)"
                    : "không có tên ngày nghỉ (SUMMARY)");
        }
        if (text.length() > most) {
            throw Refusal.malformed(null, "%s dài quá %d ký tự".formatted(property, most));
        }
        return text;
    }
}
