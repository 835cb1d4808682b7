package vn.phongtrao.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.WordKeys;

/**
 * What the values of a column are called: by the words of the kind that the column is named for, by the procedure's
 * own, by the only words there are for such a value, or, for a task, by its name in the procedure's models, in those that
 * all share, or in all that have it. Others are shown as they are.
 */
final class ValueWords implements UnaryOperator<String> {

    private static final Pattern TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]*)\" name=\"([^\"]*)\"");

    private final String kind;
    private final Map<String, String> own;
    private final Map<String, String> tasks = new HashMap<>();

    ValueWords(FileTree files, String folder, String column) {
        kind = column.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        own = WordKeys.texts(folder + WordKeys.VIETNAMESE, files);
        if (kind.equals("task")) {
            var models = files.endingWith(".bpmn");
            tasks(models, folder + "/").forEach((task, names) -> tasks.putIfAbsent(task, names.get(0)));
            tasks(models, Procedures.SHARED + "/").forEach((task, names) -> tasks.putIfAbsent(task, names.get(0)));
            tasks(models, "").forEach((task, names) -> only(names.stream()).ifPresent(name -> tasks.putIfAbsent(task, name)));
        }
    }

    /** The names of each task in the models of a folder. */
    private static Map<String, List<String>> tasks(Map<String, byte[]> models, String folder) {
        return models.entrySet().stream().filter(model -> model.getKey().startsWith(folder))
                .flatMap(model -> TASK.matcher(new String(model.getValue(), StandardCharsets.UTF_8)).results())
                .collect(Collectors.groupingBy(task -> task.group(1), Collectors.mapping(task -> HtmlUtils.htmlUnescape(task.group(2)),
                        Collectors.toList())));
    }

    @Override
    public String apply(String value) {
        return Optional.ofNullable(tasks.get(value)).or(() -> Labels.find("ending." + value)
                .filter(word -> kind.equals("ending")))
                .or(() -> ofKind(value)).or(() -> only(ours(value)))
                .or(() -> only(Labels.byKind(value).values().stream()))
                .map(word -> word.replace("{0}", "").strip()).orElse(value);
    }

    /** {@code stop-tier} holds tiers, {@code kinds} values of several kinds, and positions are posts. */
    private Optional<String> ofKind(String value) {
        var words = Labels.byKind(value);
        return Stream.of(kind, kind.replaceAll(".*-", ""), kind.replaceAll("s$", ""), "post").map(words::get)
                .filter(Objects::nonNull).findFirst();
    }

    private Stream<String> ours(String value) {
        return own.keySet().stream().filter(key -> key.endsWith("." + value)).map(own::get);
    }

    private static Optional<String> only(Stream<String> words) {
        var distinct = words.distinct().limit(2).toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }
}
