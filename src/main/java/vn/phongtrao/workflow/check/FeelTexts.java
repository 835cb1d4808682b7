package vn.phongtrao.workflow.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Reads FEEL. The same few texts stand in many cells, of every edition, and reading one takes a while. */
final class FeelTexts {

    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every)\\b|\\*\\*");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final Cache<String, Optional<ParsedExpression>> EXPRESSIONS = recent();
    private static final Cache<String, Optional<ParsedExpression>> TESTS = recent();
    private static final Cache<String, Optional<Object>> VALUES = recent();

    private FeelTexts() {
    }

    private static <T> Cache<String, T> recent() {
        return Caffeine.newBuilder().maximumSize(5_000).build();
    }

    /** @return empty for what is no expression */
    static Optional<ParsedExpression> expression(String text) {
        return EXPRESSIONS.get(text.replaceFirst("^=", ""), one -> parsed(FEEL.parseExpression(one)));
    }

    /** What a cell for an input says. @return empty for what is no unary test */
    static Optional<ParsedExpression> test(String cell) {
        return TESTS.get(cell, one -> parsed(FEEL.parseUnaryTests(one)));
    }

    private static Optional<ParsedExpression> parsed(ParseResult result) {
        return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
    }

    /** The value of an expression that asks for nothing. */
    static Optional<Object> value(ParsedExpression constant) {
        return VALUES.get(constant.text(), text -> {
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
