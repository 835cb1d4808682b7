package vn.phongtrao.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** Every table that comes later is taken over, too, with all that its columns point to. */
class SchemaTest {

    private final Schema schema = Schema.of(JdbcClient.create(TestDatabase.create()));

    @Test
    void everyTableIsTakenAfterThoseThatItsRowsPointTo() {
        var order = schema.inOrder().stream().map(Schema.Table::name).toList();

        assertThat(order).contains("dossier", "award", "team_member", "paper", "movement_report").doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(JoinedTables.LEFT_OUT.keySet());
        schema.inOrder().forEach(table -> assertThat(order.subList(0, order.indexOf(table.name()))).as(table.name())
                .containsAll(table.after()));
    }

    @Test
    void everyColumnThatHoldsNumbersOfRowsPointsToTheirTable() {
        assertThat(schema.inOrder()).allSatisfy(table -> assertThat(table.columns()).as(table.name())
                .filteredOn(column -> column.type().equals("bigint[]") || column.type().equals("bigint") && column.name().endsWith("_id"))
                .extracting(Schema.Column::name).isSubsetOf(table.pointing().keySet()));
    }

    @Test
    void whatIsSaidOfTablesAndColumnsIsTrueOfTheSchema() {
        assertThat(schema.inOrder()).allSatisfy(table -> assertThat(table.pointing().values()).as(table.name())
                .allSatisfy(target -> assertThat(find(target)).hasValueSatisfying(one -> assertThat(one.numbered()).isTrue())));
        JoinedTables.ALIKE.forEach((name, columns) -> assertThat(find(name)).hasValueSatisfying(table ->
                assertThat(columns).allMatch(table::has)));
        assertThat(List.of("nominee", "team_candidate", "team_member", "team_newcomer")).allSatisfy(name ->
                assertThat(find(name)).hasValueSatisfying(table -> assertThat(table.has("citizen_cipher")).isTrue()));
    }

    private Optional<Schema.Table> find(String name) {
        return schema.inOrder().stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
