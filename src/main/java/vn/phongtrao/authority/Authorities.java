package vn.phongtrao.authority;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
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

    private final JdbcClient jdbc;
    private final Units units;

    Authorities(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The authority that a post stands for on that day: once its unit has ended, that of the unit in charge. Police officers
     * write in the name of their chief.
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
        var name = unit.name();
        var place = place(unit);
        var parent = unit.path().parent().map(this::nameOf).orElse("");
        return jdbc.sql("""
                        select * from authority_style
                        where (:unit = scope or starts_with(:unit, scope || '/')) and tier = :tier
                          and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by length(scope) desc, position""")
                .param("unit", unit.path().value()).param("tier", unit.tier().id()).param("on", Date.valueOf(on))
                .query((row, index) -> authority(row, unit, name, place, parent)).list().stream()
                .filter(wanted).findFirst()
                .orElseThrow(() -> Refusal.broken(null, "Chưa khai báo thể thức văn bản của %s vào ngày %s"
                        .formatted(unit.fullName(), on)));
    }

    private static Authority authority(ResultSet row, Unit unit, String name, String place, String parent)
            throws SQLException {
        var fill = new Fill(name, parent, kind(unit));
        return new Authority(new Post(unit.path(), Position.of(row.getString("position"))), name, place, fill.in(row.getString("abbreviation")),
                fill.in(row.getString("superior")), fill.in(row.getString("body")), fill.in(row.getString("authority")),
                row.getString("head"), fill.in(row.getString("proposer")), fill.in(row.getString("executors")),
                Arrays.stream((String[]) row.getArray("recipients").getArray()).map(fill::in).toList());
    }

    private record Fill(String unit, String parent, String kind) {

        String in(String text) {
            return text == null ? null
                    : text.replace("{unit}", unit).replace("{parent}", parent).replace("{kind}", kind);
        }
    }

    private String place(Unit unit) {
        return jdbc.sql("select place from place_name where unit_path = ?").param(unit.path().value()).query(String.class)
                .optional().orElseGet(() -> unit.fullName().substring(word(unit).length()).strip());
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
