package vn.phongtrao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.refusal.Refusal;

/** What no index sorts is sorted within as many rows as are counted. */
class BoundedOrdersTest {

    private static final Sort BY_REST = Sort.by("rest");

    private static JdbcClient jdbc;

    @BeforeAll
    static void connect() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    private static RegisterQuery<Integer> numbers(int rows) {
        return new RegisterQuery<>(jdbc, "(select id, id % 7 as rest from generate_series(1, 20000) id) numbers", Sortable.by("id", "rest"),
                (row, index) -> row.getInt("id")).bounded("rest").where("id <= :rows", "rows", rows);
    }

    private static List<Integer> page(int rows, Sort sort) {
        return numbers(rows).page(PageRequest.of(0, 2, sort)).getContent();
    }

    @Test
    void aListOfMoreIsNotSortedByIt() {
        assertThat(page(10_000, BY_REST)).containsExactly(7, 14);
        assertThatThrownBy(() -> page(10_001, BY_REST)).isInstanceOf(Refusal.class).hasMessageContaining("hơn 10.000 dòng, không")
                .hasMessageContaining("\"rest\"");
    }

    @Test
    void whatAnIndexSortsFirstMayBeSortedByItAfterwards() {
        assertThat(page(10_001, Sort.by("id").and(BY_REST))).containsExactly(1, 2);
    }

    @Test
    void theWholeListIsSortedByIt() {
        List<Object> taken = new ArrayList<>();
        numbers(10_001).page(new WholeList(BY_REST, (counted, rows) -> rows.forEach(taken::add)));

        assertThat(taken).hasSize(10_001).startsWith(7, 14);
    }
}
