package vn.phongtrao.statistics;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import vn.phongtrao.MovableClock;
import vn.phongtrao.commendation.CommendationReports;
import vn.phongtrao.commendation.FundRegister;
import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.register.Asking;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/**
 * How long the figures of a whole province take with ten years of registers, asked for as officers do:
 * {@code ./mvnw test -Dtest=StatisticsBenchmark -Drows=5000000 -Ddata=/tmp/figures}. The folder keeps the registers,
 * and what was added to the migrations since is applied to them. No part of the build.
 */
@SpringJUnitConfig(StatisticsBenchmark.Slice.class)
class StatisticsBenchmark {

    private static final int ROUNDS = 11;
    private static final UnitPath PROVINCE = UnitPath.of("95");
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final Asked HALF = new Asked(PROVINCE, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
    private static final Asked DECADE = new Asked(PROVINCE, FIRST, LAST);
    private static final Asked UNEVEN = new Asked(PROVINCE, FIRST.plusDays(14), LAST.minusDays(16));
    private static final Officer OFFICER = Officer.of("x", List.of("95/committee-clerk"));

    @Autowired
    private List<FigureSource> sources;
    @Autowired
    private Statistics statistics;
    @Autowired
    private Overviews overviews;
    @Autowired
    private CommendationReports reports;
    @Autowired
    private FundRegister funds;
    @Autowired
    private DataSource dataSource;

    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({Statistics.class, Overviews.class, Asking.class, CommendationReports.class, FundRegister.class})
    @ComponentScan(basePackages = "vn.phongtrao", useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = FigureSource.class))
    static class Slice {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres server() throws IOException {
            var kept = System.getProperty("data");
            var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("max_wal_size", "4GB");
            if (kept != null) {
                Files.createDirectories(Path.of(kept));
                server.setDataDirectory(Path.of(kept, "data")).setCleanDataDirectory(false);
            }
            return server.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres server) {
            var pool = new HikariDataSource();
            pool.setDataSource(server.getPostgresDatabase());
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock("2024-12-31");
        }

        @Bean
        RegisterShelf shelf() {
            RegisterShelf shelf = mock();
            when(shelf.require(any())).thenAnswer(call -> new RegisterPage(1, call.getArgument(0), "/api/x", null, List.of(),
                    null, null, false, null, null, false));
            return shelf;
        }

        @Bean
        Units units() {
            Units units = mock();
            when(units.require(any())).thenAnswer(call -> unit(call.getArgument(0)));
            return units;
        }

        /** Its answers are in the memory of the program, too. Below the province lie its communes, as in two tiers. */
        @Bean
        UnitRegister unitRegister(JdbcClient jdbc) {
            UnitRegister register = mock();
            when(register.list(any(), any())).thenAnswer(call -> new PageImpl<>(jdbc.sql(
                            "select path from unit where tier = 'commune' and path like '95/%' order by path")
                    .query((row, index) -> commune(UnitPath.of(row.getString("path")))).list()));
            return register;
        }

        private static UnitRegister.Entry commune(UnitPath path) {
            return new UnitRegister.Entry(path, path.code(), Tier.COMMUNE.id(), "Xã Mẫu", path.parent().orElseThrow(), FIRST,
                    null, null);
        }

        private static Unit unit(UnitPath path) {
            return new Unit(path, Tier.COMMUNE, "Đơn vị mẫu", "đơn vị mẫu", FIRST, null);
        }
    }

    @Test
    void figuresOfTheProvince() throws SQLException {
        fill();
        sources.forEach(source -> measure("  " + source.getClass().getSimpleName().split("\\$")[0], () -> source.count(UNEVEN)));
        measure("figures: half a year", () -> statistics.count(HALF));
        measure("figures: ten years", () -> statistics.count(DECADE));
        measure("figures: ten years, no whole months", () -> statistics.count(UNEVEN));
        measure("below: each of 64 communes, half a year", () -> below(HALF));
        measure("below: each of 64 communes, ten years, no whole months", () -> below(UNEVEN));
        for (var comparison : List.of(Comparison.NONE, Comparison.BEFORE, Comparison.YEAR)) {
            measure("page: half a year, compared: " + comparison, () -> page(HALF, comparison));
            measure("page: ten years, compared: " + comparison, () -> page(DECADE, comparison));
        }
        measure("report on commendation: half a year", () -> reports.of(HALF));
        measure("report on commendation: ten years", () -> reports.of(DECADE));
        measure("report on commendation: ten years, no whole months", () -> reports.of(UNEVEN));
        measure("funds: a year", () -> funds.funds(filter(2024), OFFICER, page("unitPath")));
        measure("funds: all years", () -> funds.funds(filter(null), OFFICER, page("year")));
        measure("unpaid: a year", () -> funds.awards(filter(2024), false, null, OFFICER, page("decidedOn")));
        measure("unpaid: all years", () -> funds.awards(filter(null), false, null, OFFICER, page("decidedOn")));
        measure("payments: a year", () -> funds.payments(filter(2024), null, OFFICER, page("paidOn")));
        measure("payments: all years", () -> funds.payments(filter(null), null, OFFICER, page("paidOn")));
    }

    private void fill() throws SQLException {
        var jdbc = JdbcClient.create(dataSource);
        if (!jdbc.sql("select exists (select 1 from award)").query(Boolean.class).single()) {
            make();
        }
        jdbc.sql("vacuum analyze").update();
    }

    private void make() throws SQLException {
        var rows = Long.getLong("rows", 5_000_000);
        var one = new SingleConnectionDataSource(dataSource.getConnection(), true);
        var began = System.nanoTime();
        new SampleRegisters(JdbcClient.create(one), 1).fill(rows);
        System.out.printf("%,d rows made in %,d s%n", rows, (System.nanoTime() - began) / 1_000_000_000);
        one.destroy();
    }

    private Object below(Asked asked) {
        var counts = statistics.count(asked);
        return statistics.below(asked).stream().flatMap(unit -> statistics.figures().stream().map(figure ->
                counts.under(unit.path()).number(figure.id()))).toList();
    }

    private Object page(Asked asked, Comparison comparison) {
        return overviews.of(asked, comparison, null, null, OFFICER);
    }

    private static FundRegister.Filter filter(Integer year) {
        return new FundRegister.Filter(null, null, year);
    }

    private static PageRequest page(String sort) {
        return PageRequest.of(0, 20, Sort.by(sort).descending());
    }

    private static void measure(String name, Supplier<Object> call) {
        call.get();
        var times = LongStream.range(0, ROUNDS).map(round -> {
            var began = System.nanoTime();
            call.get();
            return System.nanoTime() - began;
        }).sorted().toArray();
        System.out.printf("%-58s median %5.0f ms, slowest %5.0f ms%n", name, times[ROUNDS / 2] / 1e6,
                times[ROUNDS - 1] / 1e6);
    }
}
