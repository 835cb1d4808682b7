package vn.phongtrao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** Who decides, in every procedure's table: an authority that can print the symbol of its decision. */
class JurisdictionTablesTest {

    private static List<Style> styles;

    @BeforeAll
    static void readStyles() {
        styles = JdbcClient.create(TestDatabase.create())
                .sql("select tier, position, abbreviation from authority_style").query(Style.class).list();
    }

    /** How an authority is written; {kind} stands for the initials of what the unit is. */
    record Style(String tier, String position, String abbreviation) {

        boolean prints(Row row) {
            return tier.equals(row.tier()) && position.equals(row.position())
                    && row.symbol().matches("QĐ-" + Pattern.quote(abbreviation).replace("{kind}", "\\E\\p{Lu}+\\Q"));
        }
    }

    record Row(String table, String rule, String tier, String position, String symbol, String ending,
               String higherAuthority) {
    }

    @ParameterizedTest
    @MethodSource("rows")
    void authorityExistsAndPrintsTheSymbolOfItsDecision(Row row) {
        assertThat(Tier.of(row.tier())).isNotNull();
        assertThat(Position.of(row.position())).isNotNull();
        if (Ending.of(row.ending()) == Ending.DECIDE) {
            assertThat(styles).as(row.symbol()).anyMatch(style -> style.prints(row));
        } else {
            assertThat(row.symbol()).as("a higher authority gives its own number").isEmpty();
            assertThat(row.higherAuthority()).isNotEmpty();
        }
    }

    static Stream<Row> rows() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith("-jurisdiction.dmn")).sorted()
                    .flatMap(JurisdictionTablesTest::rows).toList().stream();
        }
    }

    private static Stream<Row> rows(Path file) {
        var table = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
        var columns = table.getOutputs().stream().map(Output::getName).toList();
        return table.getRules().stream().map(rule -> {
            var cells = cells(rule);
            return new Row(file.getFileName().toString(), rule.getId(), cells.get(columns.indexOf("tier")),
                    cells.get(columns.indexOf("position")), cells.get(columns.indexOf("symbol")),
                    cells.get(columns.indexOf("ending")), cells.get(columns.indexOf("higherAuthority")));
        });
    }

    /** Without quotation marks. */
    private static List<String> cells(Rule rule) {
        return rule.getOutputEntries().stream().map(entry -> entry.getTextContent().strip())
                .map(text -> text.substring(1, text.length() - 1)).toList();
    }
}
