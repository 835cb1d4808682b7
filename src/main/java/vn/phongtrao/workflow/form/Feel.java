package vn.phongtrao.workflow.form;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

import vn.phongtrao.workflow.closed.PlainValues;

/** A FEEL expression of a form, parsed once. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.create()
            .withValueMapper(PlainValues.mapper()).build();

    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");
    /** Not behind the dot that leads into a value, but behind those of a range. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(?<!(?<!\\.)\\.)[\\p{L}_][\\p{L}\\p{N}_]*");

    private final ParsedExpression expression;
    private final Set<String> names;

    private Feel(ParsedExpression expression, String text) {
        this.expression = expression;
        this.names = NAME.matcher(TEXTS.matcher(text).replaceAll("")).results().map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every name that is asked for in the text, functions and words of the language among them. */
    Set<String> names() {
        return names;
    }

    /** Whether it asks for a field, of the row it stands in, too. */
    boolean mentions(String key) {
        return Pattern.compile("\\b%s\\b".formatted(Pattern.quote(key)))
                .matcher(TEXTS.matcher(toString()).replaceAll("")).find();
    }

    /** @param text with or without the leading {@code =} that forms write; null gives null */
    static Feel of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var parsed = ENGINE.parseExpression(text.startsWith("=") ? text.substring(1) : text);
        if (parsed.isFailure()) {
            throw new IllegalArgumentException("Not FEEL: " + text + ": " + parsed.failure().message());
        }
        return new Feel(parsed.parsedExpression(), text);
    }

    boolean isTrue(Map<String, Object> scope) {
        return Boolean.TRUE.equals(value(scope));
    }

    Object value(Map<String, Object> scope) {
        var result = ENGINE.evaluate(expression, scope);
        return result.isSuccess() ? result.result() : null;
    }

    /** The expression as it is written, without the leading {@code =}. */
    @Override
    public String toString() {
        return expression.text();
    }
}
