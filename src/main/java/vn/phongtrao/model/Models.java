package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The recognised models of the movement, counted. */
@Service
@Transactional(readOnly = true)
public class Models {

    /** What recognition, replication and retirement rest on. */
    static final String GUIDANCE = "Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022";

    /** That a model works on the day {@code :on}. */
    static final String WORKING = """
            (model.retired_on is null or model.retired_on > :on)
            and exists (select 1 from model_recognition first
                        where first.model_id = model.id and first.decided_on <= :on)""";

    private final Units units;
    private final JdbcClient jdbc;

    Models(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * How many models work in a commune and in those whose business it does: recognised at any level by that day and
     * not retired, whether they are the commune's own or have a site there.
     */
    public long effectiveIn(UnitPath communePath, LocalDate on) {
        return jdbc.sql("""
                        select count(*) from model
                        where %s
                          and (unit_path = any(:communes)
                               or exists (select 1 from model_site s
                                          where s.model_id = model.id and s.unit_path = any(:communes)
                                            and s.decided_on <= :on
                                            and (s.retired_on is null or s.retired_on > :on)))"""
                        .formatted(WORKING))
                .param("communes", UnitPath.values(units.inChargeOf(communePath)))
                .param("on", on).query(Long.class).single();
    }

    /**
     * What works in some units and below on a day, one figure for each group. Models count where they began, sites
     * where they are.
     *
     * @param unitPaths null for all units
     */
    public List<Figure> figures(Collection<UnitPath> unitPaths, LocalDate on) {
        var models = counts("""
                select model_group, count(*) as count, sum(teams) as teams from model
                where %s and %s group by model_group""".formatted(WORKING, within("unit_path")), unitPaths, on);
        var sites = counts("""
                select model_group, count(*) as count, sum(s.teams) as teams
                from model_site s join model on model.id = s.model_id
                where %s and %s and s.decided_on <= :on and (s.retired_on is null or s.retired_on > :on)
                group by model_group""".formatted(WORKING, within("s.unit_path")), unitPaths, on);
        var levels = levels(unitPaths, on);
        return Arrays.stream(ModelGroup.values()).map(group -> {
            var own = models.getOrDefault(group.id(), Count.NONE);
            var taken = sites.getOrDefault(group.id(), Count.NONE);
            return new Figure(group.id(), group.label(), own.entries(), taken.entries(), own.teams() + taken.teams(),
                    levels.getOrDefault(group.id(), Map.of()));
        }).toList();
    }

    private record Count(long entries, long teams) {

        static final Count NONE = new Count(0, 0);
    }

    private Map<String, Count> counts(String query, Collection<UnitPath> unitPaths, LocalDate on) {
        Map<String, Count> counts = new HashMap<>();
        asked(query, unitPaths, on).query((RowCallbackHandler) row -> counts.put(row.getString("model_group"),
                new Count(row.getLong("count"), row.getLong("teams"))));
        return counts;
    }

    private Map<String, Map<String, Long>> levels(Collection<UnitPath> unitPaths, LocalDate on) {
        Map<String, Map<String, Long>> levels = new HashMap<>();
        asked("""
                select model_group, level, count(*) as count
                from model_recognition r join model on model.id = r.model_id
                where %s and %s and r.decided_on <= :on group by model_group, level, rank order by rank"""
                .formatted(WORKING, within("unit_path")), unitPaths, on)
                .query((RowCallbackHandler) row -> levels
                        .computeIfAbsent(row.getString("model_group"), group -> new LinkedHashMap<>())
                        .put(row.getString("level"), row.getLong("count")));
        return levels;
    }

    private StatementSpec asked(String query, Collection<UnitPath> unitPaths, LocalDate on) {
        return jdbc.sql(query).param("on", on).param("everywhere", unitPaths == null)
                .param("roots", unitPaths == null ? new String[0] : UnitPath.values(unitPaths));
    }

    private static String within(String column) {
        return "(:everywhere or %s)".formatted(RegisterQuery.inUnits(column, ":roots"));
    }
}
