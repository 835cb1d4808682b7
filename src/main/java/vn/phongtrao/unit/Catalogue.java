package vn.phongtrao.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/** The catalogue, read once: it changes with a release only. What is in force depends on the day it is asked. */
@Component
class Catalogue implements Units {

    private record Succession(String oldPath, String newPath) {
    }

    private final Clock clock;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Succession> successions;
    private final String root;

    Catalogue(JdbcClient jdbc, UnitProperties properties, Clock clock) {
        this.clock = clock;
        jdbc.sql("select * from unit order by path").query(Catalogue::unit).list()
                .forEach(unit -> units.put(unit.path(), unit));
        successions = jdbc.sql("select * from unit_successor order by old_path, new_path")
                .query((row, index) -> new Succession(row.getString("old_path"), row.getString("new_path"))).list();
        root = root(jdbc, properties.province());
    }

    private String root(JdbcClient jdbc, String province) {
        var path = jdbc.sql("select root from province where name = :name").param("name", province)
                .query(String.class).optional().orElseThrow(() -> invalid(province, "There are: " + String.join(", ",
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
    public Optional<Unit> find(String path) {
        return Optional.ofNullable(units.get(path)).filter(this::inForce);
    }

    @Override
    public Unit require(String path) {
        return find(path).orElseThrow(() -> Refusal.notFound("Không có đơn vị \"%s\"".formatted(path)));
    }

    @Override
    public List<Unit> lineage(String path) {
        return Stream.iterate(Optional.of(require(path)), Optional::isPresent,
                unit -> unit.flatMap(Unit::parent).map(units::get)).map(Optional::get).toList();
    }

    @Override
    public Optional<Unit> atTier(String path, Tier tier) {
        return lineage(path).stream().filter(unit -> unit.tier() == tier).findFirst();
    }

    /** The units of the province that are in force, by path. */
    Stream<Unit> inForce() {
        return units.values().stream().filter(this::inForce);
    }

    /** The units that took over the area, in force or not. */
    List<Unit> successors(Unit unit) {
        return successions.stream().filter(succession -> succession.oldPath().equals(unit.path()))
                .map(succession -> units.get(succession.newPath())).toList();
    }

    /** The units whose area it took over, in force or not. */
    List<Unit> predecessors(Unit unit) {
        return successions.stream().filter(succession -> succession.newPath().equals(unit.path()))
                .map(succession -> units.get(succession.oldPath())).toList();
    }

    private boolean inForce(Unit unit) {
        return Unit.covers(root, unit.path()) && unit.validOn(LocalDate.now(clock));
    }

    private static Unit unit(ResultSet row, int index) throws SQLException {
        return new Unit(row.getString("path"), Tier.of(row.getString("tier")), row.getString("full_name"), row.getString("name"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }
}
