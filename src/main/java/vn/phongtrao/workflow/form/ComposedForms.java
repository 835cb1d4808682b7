package vn.phongtrao.workflow.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Forms made of the {@code .form} files of all procedures. A procedure has every frame ({@code review/frames/sign.form}
 * becomes {@code commendation-sign}) that it has no form of its own for, provided that it has the part {@code summary};
 * parts themselves ({@code commendation/parts/summary.form}) are no forms. In a list of components
 * <ul>
 * <li>one with the property {@code part} stands for the components of that part: {@code summary} is the procedure's
 * own, {@code review/parts/steps} any file's; with {@code keep} whoever fills in the fields that must be there may
 * leave out what the dossier has already;
 * <li>a property of it such as {@code outcome/label} or {@code outcome/values/0/label} sets a text of the component
 * with that id in the part;
 * <li>one with the property {@code before}, a part too, is put before the component with that id.
 * </ul>
 */
public final class ComposedForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)\\.form");
    private static final Pattern FRAME = Pattern.compile("review/frames/([^/]+)\\.form");

    private final Map<String, byte[]> files;
    private final String procedure;
    private final Deque<String> reading = new ArrayDeque<>();

    private ComposedForms(Map<String, byte[]> files, String procedure) {
        this.files = files;
        this.procedure = procedure;
    }

    /**
     * The same files always make the same bytes.
     *
     * @param files by path, for example {@code commendation/commendation-proposal.form}
     * @return forms by id, for example {@code commendation-proposal}
     * @throws Incomposable a file is no form, or names a part or a component that is not there
     */
    public static SortedMap<String, byte[]> of(Map<String, byte[]> files) {
        return of(files, broken -> {
            throw broken;
        });
    }

    /** The same; those that cannot be composed are left out and told. */
    public static SortedMap<String, byte[]> of(Map<String, byte[]> files, Consumer<Incomposable> broken) {
        SortedMap<String, byte[]> forms = new TreeMap<>();
        sources(files).forEach((id, source) -> {
            try {
                forms.put(id, new ComposedForms(files, source.procedure()).compose(source.path(), id));
            } catch (Incomposable reason) {
                broken.accept(reason);
            }
        });
        return forms;
    }

    /** What the forms are called, whether they can be composed or not. */
    public static Set<String> ids(Map<String, byte[]> files) {
        return sources(files).keySet();
    }

    /**
     * The files that forms are made of first, by the ids of the forms: their own, or a frame.
     *
     * @param path      for example {@code review/frames/sign.form}
     * @param procedure whose form it becomes
     */
    public record Source(String path, String procedure) {
    }

    public static SortedMap<String, Source> sources(Map<String, byte[]> files) {
        SortedMap<String, Source> sources = new TreeMap<>();
        new TreeMap<>(files).keySet().forEach(path -> {
            var form = FORM.matcher(path);
            if (form.matches()) {
                sources.put(form.group(2), new Source(path, form.group(1)));
            }
            var summary = path.indexOf("/parts/summary.form");
            if (summary > 0) {
                frames(files, path.substring(0, summary), sources);
            }
        });
        return sources;
    }

    private static void frames(Map<String, byte[]> files, String procedure, Map<String, Source> sources) {
        files.keySet().stream().map(FRAME::matcher).filter(frame -> frame.matches()).forEach(frame -> {
            var id = procedure + "-" + frame.group(1);
            if (!files.containsKey("%s/%s.form".formatted(procedure, id))) {
                sources.put(id, new Source(frame.group(), procedure));
            }
        });
    }

    /** Why a form cannot be composed, in Vietnamese. */
    public static class Incomposable extends IllegalArgumentException {

        private final String file;
        private final String problem;

        Incomposable(String file, String problem, Throwable cause) {
            super(file + ": " + problem, cause);
            this.file = file;
            this.problem = problem;
        }

        /** The file that is broken, or that names what is not there. */
        public String file() {
            return file;
        }

        public String problem() {
            return problem;
        }
    }

    private byte[] compose(String path, String id) {
        try {
            var form = read(path);
            form.put("id", id).set("components", components(path));
            return JSON.writeValueAsBytes(form);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (Incomposable known) {
            throw known;
        } catch (RuntimeException shape) {
            throw new Incomposable(path, "Không ghép được biểu mẫu \"%s\": %s".formatted(id, shape.getMessage()),
                    shape);
        }
    }

    private ObjectNode read(String path) {
        try {
            return JSON.readValue(files.get(path), ObjectNode.class);
        } catch (IOException broken) {
            throw new Incomposable(path, "Tệp không phải là biểu mẫu đúng dạng JSON", broken);
        }
    }

    private ArrayNode components(String path) {
        if (!files.containsKey(path) || reading.contains(path)) {
            throw new Incomposable(reading.isEmpty() ? path : reading.peek(), reading.contains(path)
                    ? "Phần \"%s\" chứa chính nó".formatted(path) : "Không có phần \"%s\"".formatted(path), null);
        }
        reading.push(path);
        var composed = JSON.createArrayNode();
        for (var component : read(path).path("components")) {
            var properties = component.path("properties");
            if (properties.has("part")) {
                add(composed, part(properties), properties.get("before"));
            } else if (properties.has("before")) {
                insert(composed, (ObjectNode) component);
            } else {
                composed.add(component);
            }
        }
        reading.pop();
        return composed;
    }

    private void add(ArrayNode composed, ArrayNode part, JsonNode before) {
        if (before == null) {
            composed.addAll(part);
        } else {
            var place = place(before.asText(), composed);
            for (int i = 0; i < part.size(); i++) {
                place.list().insert(place.index() + i, part.get(i));
            }
        }
    }

    private ArrayNode part(JsonNode properties) {
        var name = properties.path("part").asText();
        var part = components(name.contains("/") ? name + ".form" : "%s/parts/%s.form".formatted(procedure, name));
        if (properties.has("keep")) {
            keep(part);
        }
        properties.fields().forEachRemaining(property -> {
            var slash = property.getKey().indexOf('/');
            if (slash > 0) {
                var text = JsonPointer.compile(property.getKey().substring(slash));
                place(property.getKey().substring(0, slash), part).component().withObject(text.head())
                        .set(text.last().getMatchingProperty(), property.getValue());
            }
        });
        return part;
    }

    private void insert(ArrayNode composed, ObjectNode component) {
        var properties = (ObjectNode) component.get("properties");
        var place = place(properties.remove("before").asText(), composed);
        if (properties.isEmpty()) {
            component.remove("properties");
        }
        place.list().insert(place.index(), component);
    }

    private Place place(String id, ArrayNode components) {
        return Place.of(id, components).orElseThrow(() ->
                new Incomposable(reading.peek(), "Không có ô \"%s\" để sửa hoặc đặt trước".formatted(id), null));
    }

    /** Fields of rows are left as they are: a row is given whole. */
    private static void keep(ArrayNode components) {
        for (var component : components) {
            if (component.path("type").asText().equals("group")) {
                keep((ArrayNode) component.get("components"));
            } else if (component.at("/validate/required").asBoolean()
                    || component.at("/properties/minItems").asInt() > 0) {
                ((ObjectNode) component).withObject("/properties").put("keep", "true");
            }
        }
    }

    private record Place(ArrayNode list, int index) {

        static Optional<Place> of(String id, ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).path("id").asText().equals(id)) {
                    return Optional.of(new Place(list, i));
                }
                var inside = list.get(i).get("components") instanceof ArrayNode children ? of(id, children)
                        : Optional.<Place>empty();
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }

        ObjectNode component() {
            return (ObjectNode) list.get(index);
        }
    }
}
