package vn.phongtrao.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * The catalogue. It is kept in memory, and read again when it has changed; what is in force depends on the day it is
 * asked. It is read when all is there that brings its rows.
 */
@Component
class Catalogue implements Units, SmartInitializingSingleton {

    private record Succession(UnitPath oldPath, UnitPath newPath) {
    }

    /**
     * @param called the comparable names of the units
     * @param roots  the province and those whose area it took over
     */
    private record Content(Map<UnitPath, Unit> units, Map<UnitPath, String> called, List<Succession> successions,
                           UnitPath root, Set<UnitPath> roots) {
    }

    private final JdbcClient jdbc;
    private final UnitProperties properties;
    private final Clock clock;
    private volatile Content content;

    Catalogue(JdbcClient jdbc, UnitProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        read();
    }

    private Content content() {
        if (content == null) {
            read();
        }
        return content;
    }

    /** Takes over what the tables say now. */
    @EventListener(CatalogueLoaded.class)
    void read() {
        Map<UnitPath, Unit> units = new LinkedHashMap<>();
        jdbc.sql("select * from unit order by path").query(Catalogue::unit).list()
                .forEach(unit -> units.put(unit.path(), unit));
        var successions = jdbc.sql("select * from unit_successor order by old_path, new_path")
                .query((row, index) -> new Succession(UnitPath.of(row.getString("old_path")),
                        UnitPath.of(row.getString("new_path")))).list();
        var root = root(units);
        var roots = Stream.concat(Stream.of(root), successions.stream()
                .filter(succession -> succession.newPath().equals(root)).map(Succession::oldPath))
                .collect(Collectors.toUnmodifiableSet());
        var called = units.values().stream().collect(Collectors.toMap(Unit::path,
                unit -> PlainText.comparable(unit.fullName())));
        content = new Content(units, called, successions, root, roots);
    }

    private UnitPath root(Map<UnitPath, Unit> units) {
        var province = properties.province();
        var path = jdbc.sql("select root from province where name = :name").param("name", province)
                .query(String.class).optional().map(UnitPath::of)
                        .orElseThrow(() -> invalid(province, "There are: " + String.join(", ",
                                jdbc.sql("select name from province order by name").query(String.class).list())));
        var unit = units.get(path);
        var today = LocalDate.now(clock);
        if (!unit.validOn(today)) {
            throw invalid(province, "%s is in force from %s%s, not on %s".formatted(unit.fullName(), unit.validFrom(),
                    unit.validTo() == null ? "" : " to " + unit.validTo(), today));
        }
        return path;
    }

    private static InvalidConfigurationPropertyValueException invalid(String province, String reason) {
        return new InvalidConfigurationPropertyValueException("phongtrao.province", province, reason);
    }

    @Override
    public Optional<Unit> find(UnitPath path) {
        return Optional.ofNullable(content().units().get(path))
                .filter(unit -> content().roots().stream().anyMatch(root -> root.covers(unit.path())));
    }

    @Override
    public Unit require(UnitPath path) {
        return find(path).orElseThrow(() -> Refusal.notFound("Không có đơn vị \"%s\"".formatted(path)));
    }

    @Override
    public List<Unit> called(String text) {
        var at = UnitPath.find(text).flatMap(this::find);
        if (at.isPresent()) {
            return List.of(at.get());
        }
        var names = Arrays.stream(text.split(",", 2)).map(PlainText::comparable).toList();
        var called = content().called();
        return inForce(LocalDate.now(clock)).filter(unit -> unit.code().equals(text)
                || called.get(unit.path()).equals(names.get(0)) && (names.size() == 1 || unit.path().parent()
                        .map(called::get).filter(names.get(1)::equals).isPresent())).toList();
    }

    @Override
    public Optional<Unit> inForce(UnitPath path) {
        return find(path).filter(this::inForce);
    }

    @Override
    public Optional<Unit> inCharge(UnitPath path, LocalDate on) {
        return find(path).flatMap(unit -> inCharge(unit, on));
    }

    /** Before a unit begins nobody does its business; successions lead forward in time, and so end. */
    private Optional<Unit> inCharge(Unit unit, LocalDate on) {
        if (unit.validOn(on) || on.isBefore(unit.validFrom())) {
            return Optional.of(unit).filter(one -> one.validOn(on));
        }
        return successors(unit).stream().filter(successor -> successor.tier() == unit.tier()
                        && find(successor.path()).isPresent())
                .flatMap(successor -> inCharge(successor, on).stream()).findFirst()
                .or(() -> unit.path().parent().flatMap(parent -> inCharge(parent, on)));
    }

    /** The units that have ended. */
    Stream<Unit> ended() {
        var today = LocalDate.now(clock);
        return content().units().values().stream()
                .filter(unit -> unit.validTo() != null && unit.validTo().isBefore(today) && find(unit.path()).isPresent());
    }

    @Override
    public List<UnitPath> endedUnder(UnitPath path) {
        var today = LocalDate.now(clock);
        return ended().filter(unit -> inCharge(unit.path(), today).filter(one -> one.path().equals(path)).isPresent())
                .map(Unit::path).toList();
    }

    @Override
    public List<Unit> lineage(UnitPath path) {
        return Stream.iterate(Optional.of(require(path)), Optional::isPresent,
                unit -> unit.flatMap(one -> one.path().parent()).map(content().units()::get)).map(Optional::get).toList();
    }

    @Override
    public Optional<Unit> atTier(UnitPath path, Tier tier) {
        return lineage(path).stream().filter(unit -> unit.tier() == tier).findFirst();
    }

    UnitPath root() {
        return content().root();
    }

    /** The units that are in force on a day, by path: of the province, and of those whose area it took over. */
    Stream<Unit> inForce(LocalDate on) {
        return content().units().values().stream().filter(unit -> unit.validOn(on) && find(unit.path()).isPresent());
    }

    /** The units that took over the area, in force or not. */
    List<Unit> successors(Unit unit) {
        return content().successions().stream().filter(succession -> succession.oldPath().equals(unit.path()))
                .map(succession -> content().units().get(succession.newPath())).toList();
    }

    /** The units whose area it took over, in force or not. */
    List<Unit> predecessors(Unit unit) {
        return content().successions().stream().filter(succession -> succession.newPath().equals(unit.path()))
                .map(succession -> content().units().get(succession.oldPath())).toList();
    }

    private boolean inForce(Unit unit) {
        return content().root().covers(unit.path()) && unit.validOn(LocalDate.now(clock));
    }

    private static Unit unit(ResultSet row, int index) throws SQLException {
        return new Unit(UnitPath.of(row.getString("path")), Tier.of(row.getString("tier")), row.getString("full_name"),
                row.getString("name"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
