package vn.phongtrao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * What an officer is told: by the posts that the officer holds while reading, and by name. Notices of a dossier that the
 * officer may not see are not there, nor are those of what the officer did. Administrators are told of the law, too.
 */
@Service
@Transactional(readOnly = true)
public class Notices {

    /** More are not counted. */
    private static final int MOST_COUNTED = 100;

    private static final int MOST_OF_A_DOSSIER = 20;
    /** More are not put in order by dossier: nobody turns over so many. */
    public static final int MOST_SHOWN = 500;
    /** More are not listed: they are read one after the other. */
    static final int MOST_LISTED = 1_000;
    private static final Sortable SORTABLE = Sortable.by("id", "at", "dossierNumber");

    /** Whether the dossier {@code d} is seen, as {@link vn.phongtrao.dossier.Dossiers#requireVisible} has it. */
    private static final String SEEN = """
            (:all or %s
                or exists (select from dossier_step s where s.dossier_number = d.number and s.actor = :me))"""
            .formatted(RegisterQuery.inUnits("d.unit_path", ":roots"));
    private static final String MINE = """
            (n.post = any(:posts) or n.person = :me) and n.caused_by is distinct from :me
            and (n.law is not null or %s)""".formatted(SEEN);
    private static final String UNREAD = """
            not n.over and not exists (select from notice_read r where r.notice = n.id and r.person = :me)""";
    private static final List<String> EITHER = List.of("n.over = false", "n.over = true");
    /** What a notice is shown with. */
    private static final String COLUMNS = """
            n.*, coalesce(d.title, l.cited_as) as title, d.process, case when n.over then n.due_on else coalesce(n.due_on, last_day.due_on) end as due""";
    /** All of one post or person that are over or not. */
    private static final String ALL_OF = """
            select %s, %s as unread %s where n.%%s and %%s and n.caused_by is distinct from :me and (n.law is not null or %s)"""
            .formatted(COLUMNS, UNREAD, Told.FROM, SEEN);
    /**
     * The newest of one post or person that are over or not, as an index has them. The post is a parameter of its own, so that PostgreSQL plans with how
     * many notices that post has; of joined values it takes an average.
     */
    private static final String NEWEST_OF = """
            (select n.id, n.at, coalesce(n.dossier_number, n.law) as about, %1$s as unread
             from notice n left join lateral (select number, unit_path from dossier where number = n.dossier_number limit 1) d on true
             where n.%%s and %%s and n.caused_by is distinct from :me and (n.law is not null or %2$s)
             order by n.at desc, n.id desc limit :newest)""".formatted(UNREAD, SEEN);
    /** A page of dossiers, each with its newest, of those that are found. */
    private static final String BY_DOSSIER = """
            with found as materialized (
                %%s order by at desc, id desc limit :newest),
            newest as (
                select * from found order by at desc, id desc limit :newest - 1),
            page as (
                select about, count(*) filter (where unread) as unread_of, max(at) as latest, count(*) over () as abouts
                from newest group by about order by count(*) filter (where unread) > 0 desc, latest desc, about limit :limit offset :offset),
            shown as (
                select page.*, id, unread, row_number() over (partition by about order by unread desc, at desc, id desc) as place
                from page join newest using (about))
            select %s, unread, unread_of, abouts, (select count(*) = :newest from found) as more
            %s join shown on shown.id = n.id where place <= :most order by unread_of > 0 desc, latest desc, about, place""".formatted(
            COLUMNS, Told.FROM);

    private final DossierProcess process;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(DossierProcess process, JdbcClient jdbc, Clock clock) {
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A notice.
     *
     * @param text     what it tells, without who it is about
     * @param task     key of the user task; null where it is not about one
     * @param taskName what the task is called; null likewise
     * @param stop     the stop of the route, from 1; null outside the review
     * @param dueOn    the last day of the task; null without one
     * @param unread   whether the officer has still to read it
     * @param over     whether its task has ended since
     * @param law      id of the legal document that it is about, whose title then stands for the dossier's, and whose end
     *                 is the last day; null where it is about a dossier
     */
    public record Entry(long id, Instant at, NoticeKind kind, String text, DossierNumber dossierNumber,
                        String dossierTitle, String task, String taskName, Integer stop, LocalDate dueOn,
                        boolean unread, boolean over, String law) {

        private String about() {
            return law == null ? dossierNumber.value() : law;
        }
    }

    /** The notices of a dossier, or of a legal document, unread ones first, then the newest; not more than a page can show. */
    public record OfDossier(DossierNumber number, String law, String title, long unread, List<Entry> notices) {
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(Boolean unread, String dossierNumber, NoticeKind kind) {
    }

    /** @param more whether there are more than were counted */
    public record Unread(int unread, boolean more) {
    }

    /** How many the officer has not read, up to a hundred. */
    public Unread unread(Officer officer) {
        // one more than is told, so that it is known that there are more
        var counted = jdbc.sql(counting(officer)).params(parameters(officer)).param("newest", MOST_COUNTED + 1)
                .query(Integer.class).single();
        return new Unread(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
    }

    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        var query = new RegisterQuery<>(jdbc, "(%s) mine".formatted(parts(officer)), SORTABLE, this::entry)
                .inOrder(inOrder(officer), "at", "id").upTo(MOST_LISTED)
                .where("unread = :unread", "unread", filter.unread())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .where("kind = :kind", "kind", filter.kind() == null ? null : filter.kind().id());
        parameters(officer).forEach(query::with);
        return query.page(pageable);
    }

    /** @param more whether there are older ones, which are not among them */
    public record Newest(Page<OfDossier> page, boolean more) {
    }

    /** The newest by dossier: those with something unread first, then the newest. @param unread of those that are unread */
    public Newest byDossier(boolean unread, Officer officer, Pageable pageable) {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        var found = jdbc.sql(byDossier(unread, officer)).params(parameters(officer)).param("newest", MOST_SHOWN + 1)
                .param("limit", pageable.getPageSize()).param("offset", pageable.getOffset()).param("most", MOST_OF_A_DOSSIER)
                .query((row, index) -> new Line(row.getLong("unread_of"), row.getInt("abouts"), row.getBoolean("more"), entry(row, index))).list();
        var first = found.stream().findFirst();
        return new Newest(new PageImpl<>(found.stream().collect(Collectors.groupingBy(line -> line.notice.about(),
                LinkedHashMap::new, Collectors.toList())).values().stream().map(Notices::together).toList(), pageable,
                first.map(Line::abouts).orElse(0)), first.filter(Line::more).isPresent());
    }

    /**
     * @param unread how many of the dossier's are
     * @param abouts how many dossiers there are
     * @param more   whether there are older notices
     */
    private record Line(long unread, int abouts, boolean more, Entry notice) {
    }

    private static OfDossier together(List<Line> lines) {
        var first = lines.get(0);
        return new OfDossier(first.notice.dossierNumber(), first.notice.law(), first.notice.dossierTitle(), first.unread,
                lines.stream().map(Line::notice).toList());
    }

    /** @throws Refusal not found, for one that is not the officer's */
    @Transactional
    public void read(long id, Officer officer) {
        if (jdbc.sql("""
                        select count(*) from notice n left join dossier d on d.number = n.dossier_number
                        where n.id = :id and %s""".formatted(MINE))
                .params(parameters(officer)).param("id", id).query(Integer.class).single() == 0) {
            throw Refusal.notFound("Không có thông báo này");
        }
        mark("n.id = :id", Map.of("id", id), officer);
    }

    /** Reads all that were written up to that moment, of one dossier or of all. @return how many were unread */
    @Transactional
    public int readAll(Instant upTo, DossierNumber dossier, Officer officer) {
        var now = clock.instant();
        if (upTo.isBefore(Instant.EPOCH)) {
            return 0;
        }
        var until = Timestamp.from(upTo.isAfter(now) ? now : upTo);
        return dossier == null ? mark("n.at <= :upTo", Map.of("upTo", until), officer)
                : mark("n.at <= :upTo and n.dossier_number = :dossier", Map.of("upTo", until, "dossier", dossier.value()),
                        officer);
    }

    private int mark(String which, Map<String, Object> parameters, Officer officer) {
        return jdbc.sql("""
                        insert into notice_read (notice, person, read_at)
                        select n.id, :me, :now from notice n left join dossier d on d.number = n.dossier_number
                        where %s and %s and %s on conflict do nothing""".formatted(which, UNREAD, MINE))
                .params(parameters(officer)).params(parameters).param("now", Timestamp.from(clock.instant())).update();
    }

    static String counting(Officer officer) {
        return "select count(*) from (%s limit :newest) unread".formatted(newest(true, officer));
    }

    static String byDossier(boolean unread, Officer officer) {
        return BY_DOSSIER.formatted(newest(unread, officer));
    }

    private static String newest(boolean unread, Officer officer) {
        return each(NEWEST_OF, officer, unread ? List.of("n.over = false and " + UNREAD) : EITHER);
    }

    private static String parts(Officer officer) {
        return each(ALL_OF, officer, EITHER);
    }

    static String inOrder(Officer officer) {
        return "select * from (select * from (%s) first %%2$s limit :limit offset :offset) page".formatted(each(
                "(select * from (%s) part where %%%%1$s %%%%2$s limit :limit + :offset)".formatted(ALL_OF), officer, EITHER));
    }

    /** @param part of one post or person, and of which of theirs */
    private static String each(String part, Officer officer, List<String> which) {
        var whose = Stream.concat(IntStream.range(0, groups(officer).size()).mapToObj("post = :post%d"::formatted), Stream.of("person = :me"));
        return whose.flatMap(one -> which.stream().map(some -> part.formatted(one, some))).collect(Collectors.joining(" union all "));
    }

    private static List<String> groups(Officer officer) {
        return Stream.concat(officer.posts().stream().map(Post::group), Stream.of(Officer.ADMINISTRATORS).filter(group -> officer.administrator())).toList();
    }

    static Map<String, Object> parameters(Officer officer) {
        var groups = groups(officer);
        var parameters = new HashMap<String, Object>(Map.of("me", officer.id(), "all", officer.administrator(), "posts", groups.toArray(String[]::new),
                "roots", UnitPath.values(officer.units())));
        IntStream.range(0, groups.size()).forEach(number -> parameters.put("post" + number, groups.get(number)));
        return parameters;
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        var kind = NoticeKind.of(row.getString("kind"));
        var task = row.getString("task");
        var taskName = task == null ? null : process.taskName(row.getString("process"), task);
        return new Entry(row.getLong("id"), row.getTimestamp("at").toInstant(), kind,
                Labels.of("notice." + kind.id(), taskName), number(row),
                row.getString("title"), task, taskName, row.getObject("stop", Integer.class),
                task == null && row.getString("law") == null ? null : row.getObject("due", LocalDate.class),
                row.getBoolean("unread"), row.getBoolean("over"), row.getString("law"));
    }

    private static DossierNumber number(ResultSet row) throws SQLException {
        var number = row.getString("dossier_number");
        return number == null ? null : DossierNumber.of(number);
    }
}
