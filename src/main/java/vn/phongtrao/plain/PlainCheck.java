package vn.phongtrao.plain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormFields;
import vn.phongtrao.dossier.FormFields.Asking;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;

/** Procedures without Java: whether what their files say of fields agrees with what their forms declare. */
@Component
class PlainCheck implements ProcedureCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a dossier shows beside its content, and what forms are shown with. */
    private static final Set<String> RESERVED = Stream.concat(
            Arrays.stream(DossierView.class.getRecordComponents()).map(component -> component.getName()),
            Stream.of("text", "listed", "values", "fields", "dossierNumber", "unitName", "hamlets", "outcome",
                    "comment", "papers", "decisions", "documents", "documentKinds", "originator", "stop", "stops",
                    "unit", "page", "size", "sort", "format", "purpose", "decisionId", "signedOn", "receivedOn", "today",
                    "java"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TEXTS = Set.of("title", "subject", "request");
    private static final Pattern TEXT = Pattern.compile("\\btext(?:\\.|\\[')(\\w+)");
    private static final Pattern NAMES = Pattern.compile("(?<![.\\w\"])[A-Za-z_]\\w*");

    private final FormFields forms;
    private final Declared declared;

    PlainCheck(FormFields forms, Declared declared) {
        this.forms = forms;
        this.declared = declared;
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        return forms.of(files).stream().filter(asking -> declared.filling(asking.process()).isEmpty())
                .flatMap(asking ->
                        new Folder(asking, Declaration.of(asking), files, new ArrayList<>()).find().stream());
    }

    private record Folder(Asking asking, Declaration declaration, FileTree files, List<Finding> findings) {

        List<Finding> find() {
            fields();
            properties();
            table();
            papers();
            register();
            return findings;
        }

        private void add(String file, String place, String problem, String advice) {
            findings.add(new Finding("%s/%s".formatted(asking.process(), file), place, problem, advice));
        }

        private String model() {
            return asking.process() + ".bpmn";
        }

        private void fields() {
            Map<String, FormField> first = new HashMap<>();
            asking.fields().forEach(field -> {
                if (!Declaration.NAME.matcher(field.key()).matches()) {
                    add(model(), "ô " + field.key(), "Mã của ô không dùng được trong sổ và mẫu",
                            "Đặt key bằng chữ và số không dấu, bắt đầu bằng chữ thường, ví dụ plannedOn");
                } else if (RESERVED.contains(field.key()) || field.key().endsWith("Name") && named(field)) {
                    add(model(), "ô " + field.key(), "Mã này hồ sơ đã dùng cho việc khác", "Đặt key khác");
                }
                var other = first.putIfAbsent(field.key(), field);
                if (other != null && other.kind() != field.kind()) {
                    add(model(), "ô " + field.key(), "Hai biểu mẫu hỏi cùng một mã bằng hai kiểu ô khác nhau",
                            "Dùng cùng một kiểu, hoặc đặt key khác");
                }
                if (other != null && other.personal() != field.personal()) {
                    add(model(), "ô " + field.key(), "Ô này có biểu mẫu đánh dấu personal, có biểu mẫu không",
                            "Đánh dấu personal ở mọi biểu mẫu có ô này");
                }
            });
        }

        /** A list would show the label of another field under that name. */
        private boolean named(FormField field) {
            var choice = field.key().substring(0, field.key().length() - "Name".length());
            return asking.fields().stream().anyMatch(other -> other.key().equals(choice) && !other.options().isEmpty());
        }

        private void properties() {
            var properties = asking.properties();
            TEXTS.forEach(name -> Declaration.FIELD.matcher(properties.getOrDefault(name, "")).results()
                    .map(found -> found.group(1)).filter(key -> !shared().contains(key)).forEach(key ->
                            add(model(), "thuộc tính " + name,
                                    "\"{%s}\" không phải là ô của biểu mẫu, hoặc là ô personal"
                                    .formatted(key), "Sửa thành mã của một ô không phải personal")));
            Stream.of("form", "type").map(properties::get).filter(key -> key != null && !shared().contains(key))
                    .forEach(key -> add(model(), "thuộc tính form, type", "Không có ô \"%s\"".formatted(key),
                            "Sửa thành mã của một ô lựa chọn"));
            declaration.unique().stream().filter(key -> !shared().contains(key)).forEach(key ->
                    add(model(), "thuộc tính unique", "\"%s\" không phải là ô của biểu mẫu, hoặc là ô personal".formatted(key),
                            "Sửa thành mã của một ô không phải personal"));
            if (properties.containsKey("prefix") && !Declaration.PREFIX.matcher(properties.get("prefix")).matches()) {
                add(model(), "thuộc tính prefix", "Chữ đầu của số hồ sơ không dùng được",
                        "Ghi 2 đến 4 chữ in hoa không dấu, ví dụ NH");
            }
            if (properties.containsKey("articles") && !properties.get("articles").matches("[1-9]")) {
                add(model(), "thuộc tính articles", "Số điều của quyết định không dùng được", "Ghi một số từ 1 đến 9");
            }
        }

        /** What may be said where persons may not. */
        private Set<String> shared() {
            return declaration.fields().stream().filter(field -> !field.anythingPersonal()).map(FormField::key)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private void table() {
            var file = asking.process() + "-findings.dmn";
            Table.find(files, "%s/%s".formatted(asking.process(), file)).ifPresent(table -> table(file, table));
        }

        private void table(String file, Table table) {
            var known = shared();
            Arrays.stream(Days.class.getRecordComponents()).forEach(day -> known.add(day.getName()));
            table.inputs().stream().flatMap(input -> NAMES.matcher(input.name()).results().map(found -> found.group()))
                    .filter(name -> !known.contains(name)).forEach(name -> add(file, "cột " + name,
                            "Cột hỏi \"%s\": không phải là ô của biểu mẫu, hoặc là ô personal".formatted(name),
                            "Sửa Expression thành một trong: " + String.join(", ", known)));
            var outputs = table.outputs().stream().map(Table.Column::name).toList();
            Stream.of("wanting", "enforced", "legalBasis").filter(name -> !outputs.contains(name)).forEach(name ->
                    add(file, "cột " + name, "Bảng thiếu cột kết quả \"%s\"".formatted(name),
                            "Thêm cột có Output name là %s".formatted(name)));
        }

        private void papers() {
            var parts = Map.of("decision", List.of("articles", "annex"), "submission", List.of("body"));
            Stream.of("papers/decision.html", "papers/submission.html", "page.html").forEach(file ->
                    files.find("%s/%s".formatted(asking.process(), file)).ifPresent(bytes -> {
                        var text = new String(bytes, StandardCharsets.UTF_8);
                        var keys = declaration.fields().stream().map(FormField::key).collect(Collectors.toSet());
                        TEXT.matcher(text).results().map(found -> found.group(1)).distinct()
                                .filter(key -> !keys.contains(key)).forEach(key -> add(file, "text." + key,
                                        "Biểu mẫu không có ô này", "Sửa thành mã của một ô"));
                        parts.getOrDefault(file.replaceAll("papers/|\\.html", ""), List.of()).stream()
                                .filter(part -> !text.contains("th:fragment=\"%s\"".formatted(part))).forEach(part ->
                                        add(file, "", "Mẫu thiếu phần \"%s\"".formatted(part),
                                                "Thêm một phần có th:fragment=\"%s\"".formatted(part)));
                    }));
        }

        /** Its own list only: other lists are those of the program. */
        private void register() {
            var file = "register.json";
            files.find("%s/%s".formatted(asking.process(), file)).map(Folder::json)
                    .filter(register -> register.path("api").asText().equals("/api/procedures/" + asking.process()))
                    .ifPresent(register -> {
                        var sorts = sorts();
                        var columns = columns();
                        register.path("columns").forEach(column -> {
                            known(file, column.path("field"), columns);
                            known(file, column.path("sort"), sorts);
                        });
                        known(file, register.path("sort"), sorts);
                        register.path("filters").forEach(filter -> known(file, filter.path("name"), filters()));
                    });
        }

        private void known(String file, JsonNode name, Set<String> known) {
            var text = name.asText().replaceAll(",(asc|desc)$", "");
            if (!text.isEmpty() && !known.contains(text)) {
                add(file, text, "Sổ của thủ tục không có mục này", "Dùng một trong: " + String.join(", ", known));
            }
        }

        private Set<String> columns() {
            var columns = new TreeSet<>(Declaration.LISTED);
            declaration.listed().forEach(field -> {
                columns.add(field.key());
                if (field.kind() == FormField.Kind.CHOICE || field.kind() == FormField.Kind.CHOICES) {
                    columns.add(field.key() + "Name");
                }
            });
            return columns;
        }

        private Set<String> sorts() {
            var sorts = new TreeSet<>(Declaration.LISTED);
            declaration.listed().stream().filter(field -> field.kind() != FormField.Kind.CHOICES).map(FormField::key)
                    .forEach(sorts::add);
            return sorts;
        }

        private Set<String> filters() {
            var filters = new TreeSet<>(Set.of("unit"));
            PlainRegister.criteria(declaration).forEach(criterion -> filters.add(criterion.name()));
            return filters;
        }

        private static JsonNode json(byte[] bytes) {
            try {
                return JSON.readTree(bytes);
            } catch (IOException unreadable) {
                return JSON.createObjectNode(); // others say so
            }
        }
    }
}
