package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;
import vn.phongtrao.watch.Sampled;

/**
 * Dossiers in figures, by the tier of the unit that they are of: what this node opened and ended, and what of all is open and late now. Who, where and
 * what about is in no figure.
 */
@Component
class DossierFigures implements MeterBinder {

    private static final String TIER = "tier";
    private static final String OPENED = "phongtrao.dossiers.opened";
    private static final String ENDED = "phongtrao.dossiers.ended";
    private static final String STEPS = "phongtrao.steps";
    /** What a step is that nobody judges in. */
    private static final String DONE = "done";

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private final Sampled<Map<Tier, UnderWay>> underWay = Sampled.eachMinute(this::count);
    private MeterRegistry registry = new CompositeMeterRegistry();

    DossierFigures(DataSource database, Units units, Clock clock) {
        jdbc = Sampled.hurried(database);
        this.units = units;
        this.clock = clock;
    }

    private record UnderWay(Tier tier, long open, long late) {

        static final UnderWay NONE = new UnderWay(null, 0, 0);

        static UnderWay of(ResultSet row, int index) throws SQLException {
            return new UnderWay(Tier.of(row.getString("tier")), row.getLong("open"), row.getLong("late"));
        }
    }

    /** All are there from the start, so that the first one is an increase. */
    @Override
    public void bindTo(MeterRegistry registry) {
        this.registry = registry;
        for (var tier : Tier.values()) {
            opened(tier);
            Arrays.stream(Status.values()).filter(Status::closed).forEach(status -> ended(tier, status));
            gauge("phongtrao.dossiers.open", "Open", tier, UnderWay::open);
            gauge("phongtrao.dossiers.late", "Open, and past their last day", tier, UnderWay::late);
        }
        Stream.concat(Arrays.stream(Outcome.values()).map(Outcome::id), Stream.of(DONE)).forEach(this::steps);
    }

    @TransactionalEventListener
    void opened(DossierOpened opened) {
        opened(tier(opened.dossier())).increment();
    }

    @TransactionalEventListener
    void ended(DossierEnded ended) {
        ended(tier(ended.dossier()), ended.status()).increment();
    }

    @TransactionalEventListener
    void moved(DossierMoved moved) {
        steps(moved.outcome() == null ? DONE : moved.outcome().id()).increment();
    }

    private Tier tier(Dossier dossier) {
        return units.find(dossier.unitPath()).map(Unit::tier).orElse(Tier.COMMUNE);
    }

    private Counter opened(Tier tier) {
        return Counter.builder(OPENED).tag(TIER, tier.id()).register(registry);
    }

    private Counter ended(Tier tier, Status status) {
        return Counter.builder(ENDED).tag(TIER, tier.id()).tag("status", status.id()).register(registry);
    }

    private Counter steps(String outcome) {
        return Counter.builder(STEPS).tag("outcome", outcome).register(registry);
    }

    private void gauge(String name, String description, Tier tier, ToDoubleFunction<UnderWay> figure) {
        Gauge.builder(name, underWay, all -> all.number(counted -> figure.applyAsDouble(counted.getOrDefault(tier, UnderWay.NONE))))
                .description(description).tag(TIER, tier.id()).register(registry);
    }

    /** From an index of open dossiers and one of last days alone. */
    private Map<Tier, UnderWay> count() {
        List<UnderWay> counted = jdbc.sql("""
                        select unit.tier, sum(open) as open, sum(late) as late from (
                            select unit_path, count(*) as open, 0 as late from dossier where closed_at is null group by unit_path
                            union all
                            select unit_path, 0, count(*) from dossier_last_day where waits_until < :today group by unit_path) by_unit
                        join unit on unit.path = unit_path group by unit.tier""")
                .param("today", LocalDate.now(clock)).query(UnderWay::of).list();
        return counted.stream().collect(Collectors.toMap(UnderWay::tier, each -> each));
    }
}
