package vn.phongtrao.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.Workdays;
import vn.phongtrao.holiday.Reckoned;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The dates of dossiers that move with the calendar: their last days, and due dates and timers of their processes. A
 * date that follows a dossier's last day moves with it; any other is counted since it began to wait.
 */
@Component
class MovedDossiers implements Reckoned {

    private final Dossiers dossiers;
    private final Contents contents;
    private final DossierProcess process;
    private final Units units;
    private final JdbcClient jdbc;

    MovedDossiers(Dossiers dossiers, Contents contents, DossierProcess process, Units units, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.process = process;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** @param since null where the last day is a date that somebody set */
    private record Last(DossierNumber number, String process, UnitPath unitPath, LocalDate dueOn, LocalDate since,
                        int days, boolean closed, boolean suspended) {

        LocalDate by(Workdays calendar) {
            return since == null ? dueOn : calendar.dueDate(since, days);
        }
    }

    /** @param due null of the dossier's own last day */
    private record Moving(Last dossier, DossierProcess.Due due, LocalDate before, LocalDate after) {

        boolean moves() {
            return !before.equals(after);
        }
    }

    @Override
    public List<Move> moves(Workdays before, Workdays after, LocalDate first) {
        return moving(before, after, first).values().stream().flatMap(List::stream).map(this::told)
                .sorted(Comparator.comparing(Move::before).thenComparing(Move::dossier).thenComparing(Move::kind)).toList();
    }

    @Override
    public void take(List<Move> moves) {
        moves.stream().map(Move::dossier).distinct().sorted().forEach(number -> dossiers.lock(DossierNumber.of(number)));
    }

    @Override
    public List<Move> move(Workdays before, Workdays after, LocalDate first, String why) {
        var moving = moving(before, after, first);
        moving.forEach((number, moves) -> move(dossiers.lock(number), moves, why));
        return moving.values().stream().flatMap(List::stream).map(this::told).toList();
    }

    private void move(Dossier dossier, List<Moving> moves, String why) {
        for (var moving : moves) {
            if (moving.due() != null) {
                process.move(moving.due(), moving.after());
            } else {
                dossiers.move(dossier, moving.after());
                contents.require(dossier.process()).moved(dossier, moving.after());
            }
        }
        var said = moves.stream().map(moving -> "từ ngày %s sang ngày %s".formatted(Wording.day(moving.before()),
                Wording.day(moving.after()))).distinct().collect(Collectors.joining(", "));
        dossiers.note(dossier, Action.RECKON.id(), new Post(units.atTier(dossier.unitPath(), Tier.PROVINCE)
                .map(Unit::path).orElse(dossier.unitPath()), Position.COMMITTEE_CLERK), "%s: hạn chuyển %s".formatted(why, said));
    }

    /** By dossier, in the order of their numbers: whoever locks several of them does it in this order. */
    private Map<DossierNumber, List<Moving>> moving(Workdays before, Workdays after, LocalDate first) {
        var dues = process.dues(first).stream().collect(Collectors.groupingBy(DossierProcess.Due::number));
        var moving = new TreeMap<DossierNumber, List<Moving>>();
        for (var last : lasts(first, dues)) {
            var moves = Stream.concat(own(last, after, first).stream(), dues.getOrDefault(last.number(), List.of()).stream()
                    .map(due -> of(last, due, before, after))).filter(Moving::moves).toList();
            if (!moves.isEmpty()) {
                moving.put(last.number(), moves);
            }
        }
        return moving;
    }

    private static Optional<Moving> own(Last last, Workdays after, LocalDate first) {
        return last.closed() || last.dueOn() == null || last.dueOn().isBefore(first) ? Optional.empty()
                : Optional.of(new Moving(last, null, last.dueOn(), last.by(after)));
    }

    private Moving of(Last dossier, DossierProcess.Due due, Workdays before, Workdays after) {
        if (due.last().equals(dossier.dueOn())) {
            return new Moving(dossier, due, due.last(), dossier.by(after));
        }
        var counted = contents.require(dossier.process()).timersCountWorkingDays();
        return new Moving(dossier, due, due.last(),
                counted ? before.moved(due.since(), due.last(), after) : due.last());
    }

    /** Those that have a date on that day or later. After a decision a dossier may still have tasks. */
    private List<Last> lasts(LocalDate first, Map<DossierNumber, List<DossierProcess.Due>> dues) {
        return jdbc.sql("""
                        select * from dossier join dossier_last_day using (number, unit_path, opened_at)
                        where closed_at is null and due_on >= :first or number = any(:numbers::text[])""")
                .param("first", first)
                .param("numbers", dues.keySet().stream().map(DossierNumber::value).toArray(String[]::new))
                .query((row, index) -> new Last(DossierNumber.of(row.getString("number")), row.getString("process"),
                        UnitPath.of(row.getString("unit_path")), row.getObject("due_on", LocalDate.class),
                        row.getObject("due_since", LocalDate.class), row.getInt("due_days"),
                        row.getTimestamp("closed_at") != null, row.getDate("suspended_on") != null)).list();
    }

    private Move told(Moving moving) {
        var dossier = moving.dossier();
        var due = moving.due();
        return new Move(dossier.number().value(), units.find(dossier.unitPath()).map(Unit::fullName)
                .orElse(dossier.unitPath().value()), due == null ? Kind.DUE : due.timer() ? Kind.TIMER : Kind.TASK,
                due == null ? null : due.name(), moving.before(), moving.after(), dossier.suspended());
    }
}
