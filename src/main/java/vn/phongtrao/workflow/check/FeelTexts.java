package vn.phongtrao.workflow.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Reads FEEL. The same few texts stand in many cells, and reading one takes a while. */
class FeelTexts {

    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every)\\b|\\*\\*");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final Map<String, Optional<ParsedExpression>> expressions = new HashMap<>();
    private final Map<String, Optional<ParsedExpression>> tests = new HashMap<>();
    private final Map<String, Optional<Object>> values = new HashMap<>();

    /** @return empty for what is no expression */
    Optional<ParsedExpression> expression(String text) {
        return expressions.computeIfAbsent(text.replaceFirst("^=", ""), one -> parsed(FEEL.parseExpression(one)));
    }

    /** What a cell for an input says. @return empty for what is no unary test */
    Optional<ParsedExpression> test(String cell) {
        return tests.computeIfAbsent(cell, one -> parsed(FEEL.parseUnaryTests(one)));
    }

    private static Optional<ParsedExpression> parsed(ParseResult result) {
        return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
    }

    /** The value of an expression that asks for nothing. */
    Optional<Object> value(ParsedExpression constant) {
        return values.computeIfAbsent(constant.text(), text -> {
            var value = FEEL.evaluate(constant, Map.of());
            return value.isSuccess() ? Optional.ofNullable(value.result()) : Optional.empty();
        });
    }

    static Set<String> names(ParsedExpression expression) {
        return FeelNames.of(expression.expression());
    }

    /** Whether it goes through many values, which a cell has no need of, and which may take for ever. */
    static boolean loops(String cell) {
        return LOOP.matcher(cell.replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "")).find();
    }
}
