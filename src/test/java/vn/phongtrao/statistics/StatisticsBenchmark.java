package vn.phongtrao.statistics;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.unit.UnitPath;

/**
 * How long the figures of a whole province take with ten years of registers:
 * {@code ./mvnw test -Dtest=StatisticsBenchmark -Drows=5000000}. No part of the build.
 */
@SpringJUnitConfig(FiguresTest.Slice.class)
class StatisticsBenchmark {

    private static final int ROUNDS = 15;

    @Autowired
    private List<FigureSource> sources;
    @Autowired
    private DataSource dataSource;

    @Test
    void figuresOfTheProvince() throws SQLException {
        var rows = Long.getLong("rows", 5_000_000);
        var one = new SingleConnectionDataSource(dataSource.getConnection(), true);
        var began = System.nanoTime();
        new SampleRegisters(JdbcClient.create(one), 1).fill(rows);
        System.out.printf("%,d rows made in %,d s%n", rows, (System.nanoTime() - began) / 1_000_000_000);
        measure("half a year", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
        measure("ten years", LocalDate.of(2015, 1, 1), LocalDate.of(2024, 12, 31));
        measure("ten years, no whole months", LocalDate.of(2015, 1, 15), LocalDate.of(2024, 12, 15));
        one.destroy();
    }

    private void measure(String name, LocalDate from, LocalDate to) {
        var asked = new Asked(UnitPath.of("95"), from, to);
        var whole = new long[ROUNDS];
        sources.forEach(source -> {
            var times = LongStream.range(0, ROUNDS).map(round -> {
                var began = System.nanoTime();
                source.count(asked);
                var time = System.nanoTime() - began;
                whole[(int) round] += time;
                return time;
            }).sorted().toArray();
            System.out.printf("  %-20s median %5.1f ms%n", source.getClass().getSimpleName().split("\\$")[0],
                    times[ROUNDS / 2] / 1e6);
        });
        var sorted = LongStream.of(whole).sorted().toArray();
        System.out.printf("%s: median %.0f ms, slowest %.0f ms%n", name, sorted[ROUNDS / 2] / 1e6,
                sorted[ROUNDS - 1] / 1e6);
    }
}
