package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class ModelsCountTest {

    private static final String COMMUNE = "95/954/31813";
    private static final String NEIGHBOUR = "95/954/31816";

    private final Units units = mock(Units.class);
    private JdbcClient jdbc;
    private Models models;

    @BeforeEach
    void emptyRegister() {
        jdbc = JdbcClient.create(TestDatabase.create());
        when(units.inChargeOf(any())).thenAnswer(call -> List.of(call.<UnitPath>getArgument(0)));
        models = new Models(units, jdbc);
    }

    @Test
    void modelWorksFromTheDayOfItsRecognitionUntilTheDayBeforeItsRetirement() {
        var model = recognised(COMMUNE, "2024-03-01");
        assertThat(effectiveIn(COMMUNE, "2024-02-29")).isZero();
        assertThat(effectiveIn(COMMUNE, "2024-03-01")).isOne();

        jdbc.sql("update model set retired_on = '2024-06-01' where id = ?").param(model).update();
        assertThat(effectiveIn(COMMUNE, "2024-05-31")).isOne();
        assertThat(effectiveIn(COMMUNE, "2024-06-01")).isZero();
    }

    @Test
    void siteBringsTheModelToAnotherCommuneAndCountsOnce() {
        var model = recognised(COMMUNE, "2024-01-02");
        var first = adopted(model, NEIGHBOUR, "2024-02-01");
        adopted(model, NEIGHBOUR, "2024-02-05");
        adopted(model, COMMUNE, "2024-02-05");

        assertThat(effectiveIn(NEIGHBOUR, "2024-01-31")).isZero();
        assertThat(effectiveIn(NEIGHBOUR, "2024-02-05")).isOne();
        assertThat(effectiveIn(COMMUNE, "2024-02-05")).isOne();
        jdbc.sql("update model_site set retired_on = '2024-02-03' where id = ?").param(first).update();
        assertThat(effectiveIn(NEIGHBOUR, "2024-02-04")).isZero();
    }

    @Test
    void siteOfARetiredModelNoLongerCounts() {
        var model = recognised(COMMUNE, "2024-01-02");
        adopted(model, NEIGHBOUR, "2024-02-01");
        jdbc.sql("update model set retired_on = '2024-06-01' where id = ?").param(model).update();

        assertThat(effectiveIn(NEIGHBOUR, "2024-05-31")).isOne();
        assertThat(effectiveIn(NEIGHBOUR, "2024-06-01")).isZero();
    }

    private long effectiveIn(String commune, String day) {
        return models.effectiveIn(UnitPath.of(commune), LocalDate.parse(day));
    }

    private long recognised(String commune, String day) {
        var id = jdbc.sql("""
                insert into model (name, name_key, model_group, unit_path, teams)
                values ('Mô hình mẫu', 'mô hình mẫu', 'crime-prevention', ?, 1) returning id""")
                .param(commune).query(Long.class).single();
        jdbc.sql("""
                insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                values (?, 'commune', 1, '01/QĐ-UBND', ?::date, 'Chủ tịch')""").params(id, day).update();
        return id;
    }

    private long adopted(long model, String commune, String day) {
        return jdbc.sql("""
                insert into model_site (model_id, name, name_key, unit_path, teams, decision_number, decided_on,
                                        authority)
                values (?, 'Điểm mẫu', 'điểm mẫu', ?, 1, '02/QĐ-UBND', ?::date, 'Chủ tịch') returning id""")
                .params(model, commune, day).query(Long.class).single();
    }
}
