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

/** A list as a whole is its pages one after the other. */
class WholeListTest {

    private static JdbcClient jdbc;

    private final List<Object> taken = new ArrayList<>();
    private long total;

    @BeforeAll
    static void connect() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    private RegisterQuery<Integer> numbers() {
        return new RegisterQuery<>(jdbc, "(select * from generate_series(1, 500) id) numbers", Sortable.by("id"),
                (row, index) -> row.getInt("id")).where("id % 2 = :rest", "rest", 0);
    }

    private WholeList whole(Sort sort) {
        return new WholeList(sort, (counted, rows) -> {
            total = counted;
            rows.forEach(taken::add);
        });
    }

    @Test
    void itIsNarrowedAndSortedAsItsPagesAre() {
        var sort = Sort.by("id").descending();
        var page = numbers().page(whole(sort));

        assertThat(taken).hasSize(250).startsWith(500, 498).endsWith(2);
        assertThat(taken.subList(0, 200)).isEqualTo(numbers().page(PageRequest.of(0, 200, sort)).getContent());
        assertThat(total).isEqualTo(250);
        assertThat(page.getContent()).as("the rows have gone").isEmpty();
        assertThat(page.getTotalElements()).isEqualTo(250);
    }

    @Test
    void whatItCannotBeSortedByIsRefusedBeforeARowIsTaken() {
        assertThatThrownBy(() -> numbers().page(whole(Sort.by("name")))).isInstanceOf(Refusal.class);
        assertThat(taken).isEmpty();
    }
}
