package vn.phongtrao.workflow.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /** A name, and those that lead on from it into its value. */
    private static final Pattern PATH = Pattern.compile(NAME.pattern() + "(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final int SHORT = 40;

    /**
     * Conditions are asked of a few short words again and again, a kind or an outcome: for those the answer is kept a
     * little while.
     */
    private static final Cache<Asked, Boolean> ANSWERS = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    private record Asked(Feel condition, List<Object> values) {
    }

    private final ParsedExpression expression;
    private final Set<String> names;
    private final List<List<String>> paths;

    private Feel(ParsedExpression expression, String text) {
        this.expression = expression;
        var plain = TEXTS.matcher(text).replaceAll("");
        this.names = NAME.matcher(plain).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
        this.paths = PATH.matcher(plain).results().map(found -> List.of(found.group().split("\\."))).distinct().toList();
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
        List<Object> values = new ArrayList<>();
        for (var path : paths) {
            var value = at(path, scope);
            if (!isShort(value)) {
                return Boolean.TRUE.equals(value(scope));
            }
            values.add(value);
        }
        return ANSWERS.get(new Asked(this, values), asked -> Boolean.TRUE.equals(value(scope)));
    }

    private static Object at(List<String> path, Object scope) {
        var value = scope;
        for (var name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static boolean isShort(Object value) {
        return value == null || value instanceof Boolean || value instanceof String text && text.length() <= SHORT;
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
