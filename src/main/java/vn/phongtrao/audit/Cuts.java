package vn.phongtrao.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.calendar.Vietnam;

/**
 * What was removed because its time had come, by kind: as the trail itself tells it, and as far as a rule allowed it that the trail had told before. The
 * table of rules is not asked, because whoever owns it can enter afterwards what would have allowed it.
 */
record Cuts(Map<String, Cut> byKind) {

    /** As the table of rules has it, where nobody takes that away. */
    private static final int FEWEST_MONTHS = 12;
    private static final int MOST_MONTHS = 1200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** @param until number of the last event that was removed @param before when all events of its seal were */
    record Cut(long until, Instant before) {

        Cut and(Cut other) {
            return new Cut(Math.max(until, other.until), before.isAfter(other.before) ? before : other.before);
        }
    }

    /** Days as they are written, which stand in the order of the calendar. @param last the last one; null where none is known */
    private record Rule(String kind, long months, String first, String last) {

        static Rule of(Map<String, String> subject) {
            return new Rule(subject.get("kind"), number(subject.get("months")), subject.getOrDefault("from", ""), subject.get("last"));
        }

        boolean sameAs(Rule other) {
            return Objects.equals(kind, other.kind) && first.equals(other.first);
        }

        boolean allows(String what, long keptMonths, String day) {
            return Objects.equals(kind, what) && months <= keptMonths && first.compareTo(day) <= 0 && (last == null || day.compareTo(last) <= 0);
        }
    }

    static Cuts of(JdbcClient jdbc) {
        // what has a number that the sequence did not give never gets into the chain
        var told = jdbc.sql("select * from audit_event where kind = 'retention' and id <= (select last_value from audit_event_number) order by id")
                .query(Event::of).list();
        return of(told, now(jdbc));
    }

    /** The database's own time, which no business date moves. */
    static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select now()").query((row, index) -> row.getTimestamp(1).toInstant()).single();
    }

    /** @param told in the order of the trail @param now later than which nothing was, whatever it claims */
    static Cuts of(List<Event> told, Instant now) {
        List<Rule> rules = new ArrayList<>();
        Map<String, Cut> cuts = new HashMap<>();
        for (var event : told) {
            var subject = Identifiers.read(event.subject());
            var rule = Rule.of(subject);
            switch (event.act()) {
                case "rule" -> rules.add(rule);
                case "rule-ended" -> rules.removeIf(rule::sameAs);
                case "forget" -> {
                    var at = event.at().isBefore(now) ? event.at() : now;
                    var day = LocalDate.ofInstant(at, Vietnam.ZONE_ID).toString();
                    if (rules.stream().anyMatch(known -> known.allows(rule.kind, rule.months, day))) {
                        cuts.merge(rule.kind, new Cut(Math.min(number(subject.get("until")), event.id()), before(at, rule.months)), Cut::and);
                    }
                }
                default -> {
                }
            }
        }
        return new Cuts(cuts);
    }

    /** What was before it has been kept for so many months. */
    static Instant before(Instant at, long months) {
        return at.atZone(Vietnam.ZONE_ID).minusMonths(Math.min(Math.max(months, FEWEST_MONTHS), MOST_MONTHS)).toInstant();
    }

    private static long number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    boolean covers(Seal seal, Seal.Member member) {
        var cut = byKind.get(member.kind());
        return cut != null && member.id() <= cut.until && seal.lastAt().isBefore(cut.before);
    }
}
