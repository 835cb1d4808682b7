package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** Keeps the decision tables readable for officers, dated and founded in law. */
class TablesTest {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    /** The day that a table goes by; {@code date} where it does not say which. */
    private static final Set<String> DAYS = Set.of("receivedOn", "decidedOn", "today");
    private static final Map<Path, Decision> DECISIONS = new HashMap<>();

    static List<Path> tables() {
        return Artefacts.endingWith(".dmn");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableFollowsTheStandard(Path file) {
        Dmn.validateModel(Dmn.readModelFromFile(file.toFile()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void fileIsNamedAfterItsDecision(Path file) {
        assertThat(decision(file).getId()).isEqualTo(Artefacts.stem(file));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void idsAreKebabCase(Path file) {
        assertThat(Artefacts.values(file, "//@id")).isNotEmpty()
                .allSatisfy(id -> assertThat(id).matches(Artefacts.KEBAB_CASE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void decisionAndColumnsHaveVietnameseNames(Path file) {
        var labels = Stream.concat(Stream.of(decision(file).getName()), Stream.concat(
                table(file).getInputs().stream().map(Input::getLabel),
                table(file).getOutputs().stream().map(Output::getLabel)));
        assertThat(labels).allSatisfy(label -> assertThat(label).matches(Artefacts.VIETNAMESE));
        assertThat(decision(file).getDescription().getTextContent()).matches(Artefacts.VIETNAMESE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void textIsComposedUnicode(Path file) {
        assertThat(Normalizer.isNormalized(Artefacts.text(file), Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void historyIsKeptForAStatedTime(Path file) {
        assertThat(decision(file).getCamundaHistoryTimeToLiveString()).matches(Artefacts.DAYS);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleSaysFromWhenItApplies(Path file) {
        assertThat(rules(file)).allSatisfy(rule ->
                assertThat(input(file, rule, DAYS)).as(rule.getId()).contains("date(\""));
    }

    /** By default no document is required. */
    @Test
    void allTablesButOneHaveRules() {
        assertThat(tables()).filteredOn(file -> rules(file).isEmpty()).extracting(Artefacts::stem)
                .containsExactly("required-documents");
    }

    /** Elsewhere nobody would ask them. */
    @Test
    void tablesOfRouteDeadlinesAndDocumentsAreNamedAfterTheirProcedure() {
        assertThat(tables()).filteredOn(file -> !file.getParent().endsWith("review"))
                .filteredOn(file -> Artefacts.stem(file).matches(".*-(route|deadline|documents)"))
                .hasSizeGreaterThan(10).allSatisfy(file -> assertThat(Artefacts.stem(file))
                        .startsWith(file.getParent().getFileName() + "-"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleNamesItsLegalBasis(Path file) {
        assertThat(rules(file)).allSatisfy(rule ->
                assertThat(output(file, rule, "legalBasis")).as(rule.getId()).matches(Artefacts.VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyEntryIsFeel(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        assertThat(model.getModelElementsByType(InputEntry.class).stream().map(entry -> entry.getTextContent().strip())
                .filter(text -> !text.isEmpty()))
                .allSatisfy(text -> assertThat(FEEL.parseUnaryTests(text).isSuccess()).as(text).isTrue());
        assertThat(model.getModelElementsByType(OutputEntry.class).stream().map(entry -> entry.getTextContent().strip()))
                .allSatisfy(text -> assertThat(FEEL.parseExpression(text).isSuccess()).as(text).isTrue());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tiersAndPositionsExist(Path file) {
        assertThat(outputs(file, "tier", "stopTier")).allSatisfy(tier -> assertThat(Tier.of(tier)).isNotNull());
        assertThat(outputs(file, "position", "appraiser", "signers")).allSatisfy(position ->
                assertThat(Position.of(position)).isNotNull());
    }

    private static List<String> outputs(Path file, String... columns) {
        return table(file).getOutputs().stream().map(Output::getName).filter(List.of(columns)::contains)
                .flatMap(column -> rules(file).stream().map(rule -> output(file, rule, column)))
                .flatMap(ids -> Arrays.stream(ids.split(","))).filter(id -> !id.isEmpty()).toList();
    }

    private static String input(Path file, Rule rule, Set<String> variables) {
        var inputs = table(file).getInputs().stream().map(input -> input.getInputExpression().getText()
                .getTextContent()).toList();
        var column = IntStream.range(0, inputs.size()).filter(i -> variables.contains(inputs.get(i))).findFirst()
                .orElseThrow();
        return List.copyOf(rule.getInputEntries()).get(column).getTextContent().strip();
    }

    /** The text of an output without its quotation marks. */
    private static String output(Path file, Rule rule, String name) {
        var column = table(file).getOutputs().stream().map(Output::getName).toList().indexOf(name);
        var text = List.copyOf(rule.getOutputEntries()).get(column).getTextContent().strip();
        return text.substring(1, text.length() - 1);
    }

    private static Collection<Rule> rules(Path file) {
        return table(file).getRules();
    }

    private static DecisionTable table(Path file) {
        return (DecisionTable) decision(file).getExpression();
    }

    private static Decision decision(Path file) {
        return DECISIONS.computeIfAbsent(file, path -> Dmn.readModelFromFile(path.toFile())
                .getModelElementsByType(Decision.class).iterator().next());
    }
}
