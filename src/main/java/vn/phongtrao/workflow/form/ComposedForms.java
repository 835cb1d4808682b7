package vn.phongtrao.workflow.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * <li>one with the property {@code before} is put before the component with that id.
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
     * @throws IllegalArgumentException a file is no form, or names a part or a component that is not there
     */
    public static SortedMap<String, byte[]> of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> forms = new TreeMap<>();
        new TreeMap<>(files).keySet().forEach(path -> {
            var form = FORM.matcher(path);
            if (form.matches()) {
                forms.put(form.group(2), new ComposedForms(files, form.group(1)).compose(path, form.group(2)));
            }
            var summary = path.indexOf("/parts/summary.form");
            if (summary > 0) {
                frames(files, path.substring(0, summary), forms);
            }
        });
        return forms;
    }

    private static void frames(Map<String, byte[]> files, String procedure, Map<String, byte[]> forms) {
        files.keySet().stream().map(FRAME::matcher).filter(frame -> frame.matches()).forEach(frame -> {
            var id = procedure + "-" + frame.group(1);
            if (!files.containsKey("%s/%s.form".formatted(procedure, id))) {
                forms.put(id, new ComposedForms(files, procedure).compose(frame.group(), id));
            }
        });
    }

    private byte[] compose(String path, String id) {
        try {
            var form = read(path);
            form.put("id", id).set("components", components(path));
            return JSON.writeValueAsBytes(form);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private ObjectNode read(String path) {
        try {
            return JSON.readValue(files.get(path), ObjectNode.class);
        } catch (IOException broken) {
            throw new IllegalArgumentException(path + " is no form", broken);
        }
    }

    private ArrayNode components(String path) {
        if (!files.containsKey(path) || reading.contains(path)) {
            throw new IllegalArgumentException("No part %s for %s".formatted(path, reading));
        }
        reading.push(path);
        var composed = JSON.createArrayNode();
        for (var component : read(path).path("components")) {
            var properties = component.path("properties");
            if (properties.has("part")) {
                composed.addAll(part(properties));
            } else if (properties.has("before")) {
                insert(composed, (ObjectNode) component);
            } else {
                composed.add(component);
            }
        }
        reading.pop();
        return composed;
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
                new IllegalArgumentException("No component %s for %s".formatted(id, reading)));
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
