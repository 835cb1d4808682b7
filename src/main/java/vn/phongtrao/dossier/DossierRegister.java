package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.register.WholeList;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/** The read side: dossiers as lists and single dossiers with content, route and steps. */
@Service
@Transactional(readOnly = true)
public class DossierRegister {

    private static final String STATUS = "case when suspended_on is null then status else 'SUSPENDED' end";
    private static final Sortable SORTABLE = Sortable.by("number", "openedAt", "closedAt", "unitPath", "form", "status=" + STATUS, "dueOn=waits_until").byPath("unitPath");

    /** From outside the unit for which it was done, or for a unit that the officer is in no more; what else there is lies in the officer's units. */
    private static final String WORKED_ON = "number = any(array(%s))";
    private static final String STEPS = "select s.dossier_number from dossier_step s where s.actor = :officer and ";

    private final Dossiers dossiers;
    private final Stops stops;
    private final Terms terms;
    private final ReminderBook reminders;
    private final Contents contents;
    private final List<DossierAnnex<?>> annexes;
    private final List<NamedPersons> persons;
    private final CitizenNumbers citizens;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    DossierRegister(Dossiers dossiers, Stops stops, Terms terms, ReminderBook reminders, Contents contents,
                    List<DossierAnnex<?>> annexes, List<NamedPersons> persons, CitizenNumbers citizens,
                    WorkingCalendar calendar, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.terms = terms;
        this.reminders = reminders;
        this.contents = contents;
        this.annexes = annexes;
        this.persons = persons;
        this.citizens = citizens;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A dossier in a list; {@code dueOn} is the last day of what is to be done now. */
    public record Entry(DossierNumber number, String process, String form, String type, String title, UnitPath unitPath,
                        String status, String statusName, String openedBy, Instant openedAt, Instant closedAt,
                        LocalDate dueOn) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param q         what finds it: of its number, that of its decision, its name and what it is found by, see
     *                  {@link Dossiers#foundBy}; or the whole number of the citizen or of another document of somebody whom it names
     * @param title     a part of the dossier's name
     * @param sentBy    paths of the units whose dossiers they are, without those below
     * @param handledBy user name of somebody who took a step
     */
    public record Filter(String process, String form, UnitPath unit, Status status, String number, String q,
                         String title, Instant openedFrom, Instant openedTo, List<UnitPath> sentBy, String handledBy) {
    }

    /** The dossiers of the officer's units and below, and those the officer worked on. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return query(filter, officer).page(byLastDay(pageable));
    }

    /** The first of them, uncounted. */
    public List<Entry> first(int most, Filter filter, Officer officer, Sort order) {
        return query(filter, officer).first(byLastDay(PageRequest.of(0, most, order)));
    }

    private RegisterQuery<Entry> query(Filter filter, Officer officer) {
        var number = CitizenNumbers.in(filter.q());
        return new RegisterQuery<>(jdbc, "dossier", SORTABLE, DossierRegister::entry).large("number", "openedAt", "closedAt", "form", "status")
                .beside("dossier_last_day", "number, unit_path, opened_at", "dueOn", "openedAt")
                .visible("unit_path", officer, workedOn(officer))
                .where("process = :process", "process", filter.process())
                .where("form = :form", "form", filter.form())
                .under("unit_path", filter.unit())
                .where("(%s) = :status".formatted(STATUS), "status",
                        filter.status() == null ? null : filter.status().name())
                .where("number = upper(:number)", "number", filter.number())
                .finding(found("q"), "q", number.isPresent() ? null : filter.q())
                .where("number in (%s)".formatted(persons.stream().map(NamedPersons::dossiers)
                        .collect(Collectors.joining(" union all "))), "persons", number.map(citizens::digests)
                                .map(digests -> digests.toArray(byte[][]::new)).orElse(null))
                .finding("found_by ~ :title and searchable(title) ~ :title", "title", filter.title())
                .where("opened_at >= :from", "from", timestamp(filter.openedFrom()))
                .where("opened_at < :to", "to", timestamp(filter.openedTo()))
                .where("unit_path = any(:sentBy)", "sentBy",
                        filter.sentBy() == null ? null : UnitPath.values(filter.sentBy()))
                .where("exists (select 1 from dossier_step s where s.dossier_number = dossier.number "
                        + "and s.actor = :handledBy)", "handledBy", filter.handledBy());
    }

    /** Of those with one last day the latest come first, as in its index. */
    private static Pageable byLastDay(Pageable pageable) {
        var orders = pageable.getSort().toList();
        if (orders.size() != 1 || !orders.get(0).getProperty().equals("dueOn")) {
            return pageable;
        }
        var sort = pageable.getSort().and(Sort.by(orders.get(0).isAscending() ? Sort.Direction.DESC : Sort.Direction.ASC, "openedAt"));
        return pageable instanceof WholeList whole ? whole.withSort(sort)
                : PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), sort);
    }

    private static String workedOn(Officer officer) {
        return WORKED_ON.formatted(Stream.concat(Stream.of("s.outside"), RegisterQuery.elsewhere("s.unit_path", officer).stream()).map(STEPS::concat)
                .collect(Collectors.joining(" union all ")));
    }

    /** The condition on {@code dossier} that a word finds it, by itself or by its decisions. @param name of the word's parameter */
    public static String found(String name) {
        return "found_by ~ :" + name;
    }

    /**
     * A dossier with its content (for commendations: {@code nominees}), route, steps and annexes.
     *
     * @throws vn.phongtrao.refusal.Refusal not found, or forbidden
     */
    public DossierView show(DossierNumber number, Officer officer) {
        var dossier = dossiers.requireVisible(number, officer);
        var content = contents.require(dossier.process());
        var annexed = Components.of(annexes.stream().map(annex -> annex.show(dossier)).toArray(Record[]::new));
        return new DossierView(dossier.number(), dossier.process(), dossier.form(), dossier.type(), dossier.title(),
                dossier.unitPath(), dossier.status().id(), dossier.status().label(), dossier.openedBy(),
                dossier.openedAt(), dossier.closedAt(), dossier.status().closed() ? null : dossier.dueOn(),
                dossier.suspensionReason(), stops.of(number), dossiers.stepsOf(number), content.show(dossier), annexed,
                dossier.status().closed() ? List.of() : findings(dossier, content),
                terms.ofStep(dossier).orElse(null), terms.ofWhole(dossier).orElse(null), reminders.of(number));
    }

    /** Of these dossiers the ones that are not in all as the rules want them. Who asks has made sure that they may be seen. */
    public Set<DossierNumber> wanting(Collection<DossierNumber> numbers) {
        return numbers.stream().map(dossiers::require).filter(dossier -> !dossier.status().closed()
                        && findings(dossier, contents.require(dossier.process())).stream().anyMatch(one -> !one.fits()))
                .map(Dossier::number).collect(Collectors.toSet());
    }

    private List<Finding> findings(Dossier dossier, DossierContent<?, ?> content) {
        var annexed = annexes.stream().flatMap(annex -> annex.findings(dossier).stream());
        return Stream.of(deadline(dossier).stream(), uncounted(dossier).stream(), content.findings(dossier).stream(), annexed)
                .flatMap(Function.identity()).toList();
    }

    private Optional<Finding> deadline(Dossier dossier) {
        if (dossier.dueOn() == null || dossier.status() == Status.SUSPENDED) {
            return Optional.empty();
        }
        var late = dossier.late(LocalDate.now(clock));
        return Optional.of(new Finding(null, !late, (late ? "Đã quá hạn xử lý ngày " : "Còn trong hạn xử lý, đến ngày ")
                + Wording.day(dossier.dueOn()), false, dossier.dueBasis()));
    }

    /** A last day in a year whose days off nobody knows. */
    private Optional<Finding> uncounted(Dossier dossier) {
        return Optional.ofNullable(dossier.dueOn()).flatMap(due -> calendar.missing(
                        Optional.ofNullable(dossier.dueSince()).filter(due::isAfter).orElse(due), due))
                .map(missing -> new Finding(null, false, missing, false, null));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var status = row.getDate("suspended_on") != null ? Status.SUSPENDED : Status.valueOf(row.getString("status"));
        return new Entry(DossierNumber.of(row.getString("number")), row.getString("process"), row.getString("form"),
                row.getString("type"), row.getString("title"), UnitPath.of(row.getString("unit_path")), status.id(),
                status.label(), row.getString("opened_by"), row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("closed_at") == null ? null : row.getTimestamp("closed_at").toInstant(),
                row.getTimestamp("closed_at") == null ? row.getObject("due_on", LocalDate.class) : null);
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
