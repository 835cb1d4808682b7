package vn.phongtrao.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.CatalogueLoaded;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** How the authorities of the province are written, by date. */
@Component
public class Authorities {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> WORDS =
            List.of("Tỉnh", "Thành phố", "Thị xã", "Huyện", "Quận", "Thị trấn", "Phường", "Xã");

    private static final long CURRENT = Duration.ofMinutes(1).toNanos();

    private final JdbcClient jdbc;
    private final Units units;
    private volatile Written written = new Written(List.of(), Map.of(), System.nanoTime() - CURRENT);

    Authorities(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The authority that a post stands for on that day: once its unit has ended, that of the unit in charge; before it began,
     * as it was written first, because a paper of before may name whose business it has become. Police officers write in the
     * name of their chief.
     */
    public Authority of(Post post, LocalDate on) {
        var position = post.position() == Position.POLICE_OFFICER ? Position.POLICE_CHIEF : post.position();
        return find(post.unitPath(), on, authority -> authority.post().position() == position);
    }

    /** A unit's name within a sentence: {@code tỉnh Bạc Liêu}, but {@code Phường 2}. */
    public String nameOf(UnitPath unitPath) {
        return units.require(unitPath).name();
    }

    /** Where something of the unit lies, below the province: {@code Phường 2, thành phố Bạc Liêu}. */
    public String addressOf(UnitPath unitPath) {
        return units.lineage(unitPath).stream().filter(unit -> unit.tier() != Tier.PROVINCE).map(Unit::name)
                .collect(Collectors.joining(", "));
    }

    private Authority find(UnitPath unitPath, LocalDate on, Predicate<Authority> wanted) {
        var unit = units.acting(unitPath, on);
        var day = on.isBefore(unit.validFrom()) ? unit.validFrom() : on;
        var known = written();
        var name = unit.name();
        var place = known.places().getOrDefault(unit.path(), unit.fullName().substring(word(unit).length()).strip());
        var fill = new Fill(name, unit.path().parent().map(this::nameOf).orElse(""), kind(unit));
        return known.styles().stream().filter(style -> style.isOf(unit, day))
                .map(style -> style.authority(new Post(unit.path(), style.position()), place, fill))
                .filter(wanted).findFirst()
                .orElseThrow(() -> Refusal.broken(null, "Chưa khai báo thể thức văn bản của %s vào ngày %s"
                        .formatted(unit.fullName(), on)));
    }

    @EventListener(CatalogueLoaded.class)
    void forget() {
        written = new Written(List.of(), Map.of(), System.nanoTime() - CURRENT);
    }

    /** Read once a minute too, because rows may be changed by hand at any time. */
    private Written written() {
        var read = written;
        if (System.nanoTime() - read.at() >= CURRENT) {
            read = new Written(jdbc.sql("select * from authority_style order by length(scope) desc, position")
                    .query(Authorities::style).list(), places(), System.nanoTime());
            written = read;
        }
        return read;
    }

    private Map<UnitPath, String> places() {
        Map<UnitPath, String> places = new HashMap<>();
        jdbc.sql("select unit_path, place from place_name").query(row -> {
            places.put(UnitPath.of(row.getString("unit_path")), row.getString("place"));
        });
        return places;
    }

    /**
     * What the tables say.
     *
     * @param styles the nearest scope first
     * @param places by the paths of units
     * @param at     when it was read, as {@link System#nanoTime} has it
     */
    private record Written(List<Style> styles, Map<UnitPath, String> places, long at) {
    }

    private static Style style(ResultSet row, int index) throws SQLException {
        return new Style(UnitPath.of(row.getString("scope")), Tier.of(row.getString("tier")),
                Position.of(row.getString("position")), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("abbreviation"), row.getString("superior"),
                row.getString("body"), row.getString("authority"), row.getString("head"), row.getString("proposer"),
                row.getString("executors"), List.of((String[]) row.getArray("recipients").getArray()));
    }

    /** How authorities of a tier within a unit are written; words in braces stand for what differs. */
    private record Style(UnitPath scope, Tier tier, Position position, LocalDate validFrom, LocalDate validTo,
                         String abbreviation, String superior, String body, String name, String head, String proposer,
                         String executors, List<String> recipients) {

        boolean isOf(Unit unit, LocalDate on) {
            return unit.tier() == tier && scope.covers(unit.path())
                    && !on.isBefore(validFrom) && (validTo == null || !on.isAfter(validTo));
        }

        Authority authority(Post post, String place, Fill fill) {
            return new Authority(post, fill.unit(), place, fill.in(abbreviation), fill.in(superior), fill.in(body),
                    fill.in(name), head, fill.in(proposer), fill.in(executors), recipients.stream().map(fill::in)
                    .toList());
        }
    }

    private record Fill(String unit, String parent, String kind) {

        String in(String text) {
            return text == null ? null
                    : text.replace("{unit}", unit).replace("{parent}", parent).replace("{kind}", kind);
        }
    }

    private static String kind(Unit unit) {
        return Arrays.stream(word(unit).split(" ")).map(part -> part.substring(0, 1).toUpperCase(VIETNAMESE))
                .collect(Collectors.joining());
    }

    /** What the unit is, as its name begins. */
    private static String word(Unit unit) {
        return WORDS.stream().filter(word -> unit.fullName().startsWith(word + " ")).findFirst().orElse("");
    }
}
