package vn.phongtrao.workflow.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.edition.Finding;

/** What is wrong with the components of a form file, a frame or a part, each by itself. */
class FormFile {

    static final Set<String> SHOWN = Set.of("text", "table", "group", "separator");

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "select", "radio",
            "checklist", "taglist", "datetime", "dynamiclist");
    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");
    private static final Set<String> PROPERTIES =
            Set.of("route", "keep", "suggest", "personal", "once", "otherNames", "requiredIf", "minItems", "maxItems",
                    "chooseAll", "part", "before");

    private final String file;
    private final JsonNode form;
    private final List<Finding> findings;

    FormFile(String file, JsonNode form, List<Finding> findings) {
        this.file = file;
        this.form = form;
        this.findings = findings;
    }

    /** Those inside others too. */
    static Stream<JsonNode> components(JsonNode parent) {
        return children(parent).flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }

    static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false);
    }

    /** What a submission calls the field. */
    static String key(JsonNode field) {
        return field.path(field.path("type").asText().equals("dynamiclist") ? "path" : "key").asText();
    }

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText());
    }

    static String place(JsonNode component) {
        var key = key(component);
        return "ô " + (key.isEmpty() ? component.path("id").asText() : key);
    }

    void find() {
        head();
        Set<String> ids = new HashSet<>();
        components(form).forEach(component -> {
            var id = component.path("id").asText();
            if (!ModelFindings.KEBAB_CASE.matcher(id).matches()) {
                add(component, "Mã ô \"%s\" không phải là chữ thường không dấu, chữ số và gạch nối".formatted(id),
                        "Sửa ID của ô, ví dụ ly-do");
            } else if (!ids.add(id)) {
                add(component, "Hai ô cùng mã \"%s\"".formatted(id), "Sửa ID của một ô");
            }
            properties(component);
            if (!component.path("properties").has("part")) {
                component(component);
            }
        });
    }

    private void head() {
        var expected = file.substring(0, file.length() - ".form".length()).replace('/', '-');
        var own = file.substring(file.lastIndexOf('/') + 1, file.length() - ".form".length());
        if (!form.path("id").asText().equals(file.indexOf('/') == file.lastIndexOf('/') ? own : expected)) {
            findings.add(new Finding(file, "id", "Mã biểu mẫu \"%s\" khác tên tệp".formatted(form.path("id").asText()),
                    "Đặt mã là \"%s\"".formatted(file.indexOf('/') == file.lastIndexOf('/') ? own : expected)));
        }
        if (form.path("schemaVersion").asInt() != 16 || !form.path("executionPlatform").asText()
                .equals("Camunda Platform")) {
            findings.add(new Finding(file, "schemaVersion",
                    "Biểu mẫu thuộc phiên bản mà Tasklist này không hiển thị được",
                    "Lưu bằng Camunda Modeler cho Camunda Platform 7.24 (schemaVersion 16)"));
        }
    }

    private void add(JsonNode component, String problem, String advice) {
        findings.add(new Finding(file, place(component), problem, advice));
    }

    private void properties(JsonNode component) {
        var part = component.path("properties").has("part");
        component.path("properties").fieldNames().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name) && !(part && name.contains("/"))) {
                add(component, "Thuộc tính \"%s\" không có tác dụng".formatted(name), "Chỉ dùng: " + PROPERTIES.stream()
                        .sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    private void component(JsonNode component) {
        var type = component.path("type").asText();
        if (!INPUTS.contains(type) && !SHOWN.contains(type)) {
            add(component, "Loại ô \"%s\" không dùng được".formatted(type), "Dùng một trong: "
                    + Stream.concat(INPUTS.stream(), SHOWN.stream()).sorted().collect(Collectors.joining(", ")));
        } else if (INPUTS.contains(type)) {
            input(component, type);
        }
        Stream.of(component.at("/conditional/hide"), component.path("valuesExpression"), component.path("dataSource"),
                component.at("/properties/requiredIf")).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> FeelTexts.expression(text).isEmpty())
                .forEach(text -> add(component, "Biểu thức \"%s\" sai cú pháp FEEL".formatted(text),
                        "Sửa lại biểu thức"));
    }

    private void input(JsonNode field, String type) {
        if (key(field).isEmpty()) {
            add(field, "Ô nhập không có mã (Key)", "Đặt mã, ví dụ reason");
        }
        if (field.path(type.equals("datetime") ? "dateLabel" : "label").asText().isBlank()) {
            add(field, "Ô nhập không có nhãn", "Đặt nhãn bằng tiếng Việt");
        }
        var validate = field.path("validate");
        if (type.startsWith("text") && validate.path("maxLength").asInt() <= 0) {
            add(field, "Ô chữ không giới hạn độ dài", "Ghi Maximum length");
        }
        if (type.equals("number") && !(validate.has("min") && validate.has("max"))) {
            add(field, "Ô số không có khoảng cho phép", "Ghi Minimum và Maximum");
        }
        if (type.equals("dynamiclist") && (field.at("/properties/maxItems").asInt() <= 0
                || !field.path("disableCollapse").asBoolean())) {
            add(field, "Danh sách không giới hạn số dòng, hoặc không hiện hết các dòng",
                    "Thêm thuộc tính maxItems, tắt Collapse");
        }
        if (CHOICES.contains(type) && field.path("values").size() > 0 == field.has("valuesExpression")) {
            add(field, "Ô chọn không nói chọn trong những gì",
                    "Ghi các lựa chọn, hoặc một biểu thức cho danh sách lựa chọn");
        }
        pattern(field, validate.path("pattern"));
        route(field);
    }

    private void pattern(JsonNode field, JsonNode pattern) {
        try {
            Pattern.compile(pattern.asText());
        } catch (PatternSyntaxException broken) {
            add(field, "Khuôn mẫu \"%s\" sai cú pháp: %s".formatted(pattern.asText(), broken.getDescription()),
                    "Sửa Regular expression");
        }
    }

    /** The process learns the outcome and nothing else. */
    private void route(JsonNode field) {
        var outcome = key(field).equals("outcome");
        if (outcome != field.at("/properties/route").asBoolean()) {
            add(field, outcome ? "Ô outcome không điều khiển đường đi của hồ sơ"
                    : "Chỉ ô outcome được điều khiển đường đi của hồ sơ",
                    outcome ? "Thêm thuộc tính route: true" : "Bỏ thuộc tính route");
        }
    }
}
