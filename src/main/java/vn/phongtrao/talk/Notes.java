package vn.phongtrao.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.WrittenNumbers;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Mentioned;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.UnitPath;

/**
 * Notes on dossiers, read and written by whoever may see the dossier, until it has ended. They are no part of its
 * content: papers, tables and forms do not know them.
 */
@Service
@Transactional
public class Notes {

    /** Letters that a note may have. */
    public static final int LONGEST = 2000;
    /** People that a note may mention. */
    public static final int MOST_MENTIONED = 20;

    private final Dossiers dossiers;
    private final Mentionable people;
    private final TalkProperties properties;
    private final CurrentOfficer signedIn;
    private final Titles titles;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(Dossiers dossiers, Mentionable people, TalkProperties properties, CurrentOfficer signedIn, Titles titles,
          ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.people = people;
        this.properties = properties;
        this.signedIn = signedIn;
        this.titles = titles;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The notes of a dossier as its page shows them.
     *
     * @param notes the last ones, the newest last
     * @param more  whether there are earlier ones
     * @param total how many there are
     * @param open  whether more can be written
     */
    public record Talk(DossierNumber number, List<Note> notes, boolean more, long total, boolean open) {
    }

    /** @throws Refusal not found, or forbidden */
    @Transactional(readOnly = true)
    public Page<Note> list(DossierNumber number, Officer officer, Pageable pageable) {
        var dossier = dossiers.requireVisible(number, officer);
        return new PageImpl<>(find(dossier, officer, "true", "id", pageable.getPageSize(), pageable.getOffset(), Map.of()),
                pageable, count(number));
    }

    /** @param before only notes older than that one; null for the newest @param most how many at once */
    @Transactional(readOnly = true)
    public Talk talk(DossierNumber number, Long before, int most, Officer officer) {
        var dossier = dossiers.requireVisible(number, officer);
        var found = find(dossier, officer, before == null ? "true" : "id < :before", "id desc", most + 1, 0,
                before == null ? Map.of() : Map.of("before", before));
        return new Talk(number, found.stream().limit(most).sorted(Comparator.comparing(Note::id)).toList(),
                found.size() > most, count(number), !dossier.status().closed());
    }

    /** Who may be mentioned, but for who asks. @throws Refusal not found, or forbidden */
    @Transactional(readOnly = true)
    public List<Person> people(DossierNumber number, Officer officer) {
        return people.of(dossiers.requireVisible(number, officer)).stream()
                .filter(person -> !person.user().equals(officer.id())).toList();
    }

    /**
     * Writes a note.
     *
     * @param mentioned user names, of those who may be mentioned
     * @throws Refusal not found, forbidden, or rule broken: after the dossier has ended, for a citizen number in the
     *                 text, for somebody who may not be mentioned
     */
    public Note write(DossierNumber number, String text, Collection<String> mentioned, Officer officer) {
        WrittenNumbers.requireNoneWithin("text", text);
        // Keycloak is asked who holds posts before others have to wait for the dossier
        var named = named(dossiers.requireVisible(number, officer), mentioned, officer);
        var dossier = take(number, officer);
        var post = post(dossier, officer);
        var id = jdbc.sql("""
                        insert into dossier_note (dossier_number, text, author, author_name, unit_path, position, written_at)
                        values (:dossier, :text, :author, :name, :unit, :position, :now) returning id""")
                .param("dossier", number.value()).param("text", text).param("author", officer.id())
                .param("name", signedIn.fullName().orElse(null), Types.VARCHAR)
                .param("unit", post.map(one -> one.unitPath().value()).orElse(null), Types.VARCHAR)
                .param("position", post.map(one -> one.position().id()).orElse(null), Types.VARCHAR)
                .param("now", now()).query(Long.class).single();
        mention(id, named);
        tell(dossier, named.stream().map(Person::user).collect(Collectors.toSet()));
        return require(dossier, id, officer);
    }

    /** Corrects a note, which says so. Its author may, for some minutes; who is mentioned anew is told. */
    public Note correct(DossierNumber number, long id, String text, Collection<String> mentioned, Officer officer) {
        WrittenNumbers.requireNoneWithin("text", text);
        var named = named(dossiers.requireVisible(number, officer), mentioned, officer);
        var dossier = take(number, officer);
        requireChangeable(dossier, id, officer);
        var before = Set.copyOf(jdbc.sql("delete from dossier_note_mention where note = ? returning person").param(id)
                .query(String.class).list());
        jdbc.sql("update dossier_note set text = ?, corrected_at = ? where id = ?").params(text, now(), id).update();
        mention(id, named);
        tell(dossier, named.stream().map(Person::user).filter(user -> !before.contains(user)).collect(Collectors.toSet()));
        return require(dossier, id, officer);
    }

    /** Takes a note back: that there was one stays, its text does not. Its author may, for some minutes. */
    public void takeBack(DossierNumber number, long id, Officer officer) {
        requireChangeable(take(number, officer), id, officer);
        jdbc.sql("delete from dossier_note_mention where note = ?").param(id).update();
        jdbc.sql("update dossier_note set text = '', taken_back_at = ? where id = ?").params(now(), id).update();
    }

    /** The dossier, locked, so that nothing is written after its end. */
    private Dossier take(DossierNumber number, Officer officer) {
        dossiers.requireVisible(number, officer);
        var dossier = dossiers.lock(number);
        if (dossier.status().closed()) {
            throw Refusal.broken(null, "Hồ sơ %s đã kết thúc, không ghi hoặc sửa trao đổi được nữa".formatted(number));
        }
        return dossier;
    }

    private List<Person> named(Dossier dossier, Collection<String> mentioned, Officer officer) {
        var users = new LinkedHashSet<>(mentioned);
        users.remove(officer.id());
        if (users.isEmpty()) {
            return List.of();
        }
        var known = people.of(dossier).stream().collect(Collectors.toMap(Person::user, Function.identity()));
        if (!known.keySet().containsAll(users)) {
            throw Refusal.broken("mentioned", "chỉ nhắc được người của đơn vị lập hồ sơ, người giữ chức danh trên lộ trình hoặc đã xử lý hồ sơ");
        }
        return users.stream().map(known::get).toList();
    }

    private void mention(long id, List<Person> named) {
        named.forEach(person -> jdbc.sql("insert into dossier_note_mention (note, person, name) values (?, ?, ?)")
                .params(id, person.user(), person.name()).update());
    }

    private void tell(Dossier dossier, Set<String> users) {
        if (!users.isEmpty()) {
            events.publishEvent(new Mentioned(dossier, users));
        }
    }

    /** The author's own before one that he stands in for, the nearest to the dossier before those above. */
    private static Optional<Post> post(Dossier dossier, Officer officer) {
        return officer.posts().stream().filter(post -> post.unitPath().covers(dossier.unitPath())).min(Comparator
                .comparing((Post post) -> officer.deputising(post).isPresent())
                .thenComparing(post -> -post.unitPath().value().length()).thenComparing(Post::position));
    }

    private void requireChangeable(Dossier dossier, long id, Officer officer) {
        var note = require(dossier, id, officer);
        if (!note.author().equals(officer.id())) {
            throw Refusal.forbidden("Chỉ người viết được sửa hoặc thu hồi trao đổi này");
        }
        if (!note.changeable()) {
            throw Refusal.broken(null, note.takenBackAt() == null
                    ? "Chỉ sửa hoặc thu hồi được trong %d phút sau khi gửi".formatted(properties.changeableFor().toMinutes())
                    : "Trao đổi này đã được thu hồi");
        }
    }

    private Note require(Dossier dossier, long id, Officer officer) {
        return find(dossier, officer, "id = :id", "id", 1, 0, Map.of("id", id)).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có trao đổi này".formatted(dossier.number())));
    }

    private long count(DossierNumber number) {
        return jdbc.sql("select count(*) from dossier_note where dossier_number = ?").param(number.value())
                .query(Long.class).single();
    }

    private List<Note> find(Dossier dossier, Officer officer, String which, String order, int limit, long offset,
                            Map<String, Long> parameters) {
        return jdbc.sql("""
                        select *, array(select name from dossier_note_mention where note = id order by name collate vietnamese)
                                  as mentioned
                        from dossier_note where dossier_number = :dossier and %s order by %s limit :limit offset :offset"""
                        .formatted(which, order))
                .param("dossier", dossier.number().value()).param("limit", limit).param("offset", offset)
                .params(parameters).query((row, index) -> note(row, dossier, officer)).list();
    }

    private Note note(ResultSet row, Dossier dossier, Officer officer) throws SQLException {
        var written = instant(row, "written_at");
        var author = row.getString("author");
        var takenBack = instant(row, "taken_back_at");
        return new Note(row.getLong("id"), row.getString("text"), author, row.getString("author_name"),
                title(row, written), written, instant(row, "corrected_at"), takenBack,
                Arrays.asList((String[]) row.getArray("mentioned").getArray()), author.equals(officer.id())
                && takenBack == null && !dossier.status().closed()
                && clock.instant().isBefore(written.plus(properties.changeableFor())));
    }

    private String title(ResultSet row, Instant written) throws SQLException {
        var unit = row.getString("unit_path");
        return unit == null ? null : titles.of(new Post(UnitPath.of(unit), Position.of(row.getString("position"))),
                LocalDate.ofInstant(written, clock.getZone()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
