package vn.phongtrao.workflow.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Unreadable;
import vn.phongtrao.workflow.form.ComposedForms;
import vn.phongtrao.workflow.form.Form;

/** Forms, file by file and as they are composed. */
@Component
class FormCheck implements ProcedureCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Declared declared;

    FormCheck(Declared declared) {
        this.declared = declared;
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        Map<String, JsonNode> read = new TreeMap<>();
        var found = files.endingWith(".form");
        found.forEach((file, bytes) -> read(file, bytes, read, findings));
        read.forEach((file, form) -> new FormFile(file, form, findings).find());
        var models = ModelCheck.read(files, new ArrayList<>());
        var used = ModelCheck.formsOf(models);
        var readable = new TreeMap<>(found);
        readable.keySet().retainAll(read.keySet());
        var sources = ComposedForms.sources(readable);
        ComposedForms.of(readable, broken -> findings.add(new Finding(broken.file(), "", broken.problem(),
                "Sửa tên phần hoặc mã ô, hoặc thêm tệp còn thiếu"))).forEach((id, bytes) -> {
                    var source = sources.get(id);
                    var fields = fields(id, source.path(), bytes, findings);
                    var form = new ComposedForm(id, source, parse(bytes), declared, findings);
                    form.find();
                    fields.filter(known -> used.contains(id)).ifPresent(form::compare);
                });
        unused(files, used, read, findings);
        return findings.stream();
    }

    private static void read(String file, byte[] bytes, Map<String, JsonNode> read, List<Finding> findings) {
        try {
            var form = JSON.readTree(bytes);
            if (form == null || !form.path("components").isArray()) {
                findings.add(Unreadable.whole(file, bytes).orElseGet(() -> new Finding(file, "",
                        "Tệp không phải là biểu mẫu", "Mở và lưu lại bằng Camunda Modeler")));
            } else {
                read.put(file, form);
            }
        } catch (JsonProcessingException broken) {
            findings.add(Unreadable.json(file, bytes, broken));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parse(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last word has what reads it when it is deployed. */
    private static Optional<List<FormField>> fields(String id, String file, byte[] form, List<Finding> findings) {
        try {
            return Optional.of(Form.read(new ByteArrayInputStream(form)).declared());
        } catch (RuntimeException unreadable) {
            findings.add(new Finding(file, "biểu mẫu " + id, "Biểu mẫu không dùng được: " + unreadable.getMessage(),
                    "Sửa biểu thức, khuôn mẫu hoặc số của ô này"));
            return Optional.empty();
        }
    }

    /** A form or a part that nothing uses would be changed in vain. */
    private static void unused(FileTree files, Set<String> used, Map<String, JsonNode> read,
                               List<Finding> findings) {
        ComposedForms.sources(files.endingWith(".form")).forEach((id, source) -> {
            if (!used.contains(id) && !source.path().contains("/frames/")) {
                findings.add(new Finding(source.path(), "", "Không mô hình nào dùng biểu mẫu \"%s\"".formatted(id),
                        "Sửa tên tệp cho trùng với mã mà mô hình gọi, hoặc bỏ tệp"));
            }
        });
        var parts = read.entrySet().stream().flatMap(file -> FormFile.components(file.getValue())
                .map(component -> component.at("/properties/part").asText()).filter(part -> !part.isEmpty())
                .flatMap(part -> meant(part, file.getKey(), read.keySet()))).collect(Collectors.toSet());
        read.keySet().stream().filter(file -> file.contains("/parts/") && !parts.contains(file)).forEach(file ->
                findings.add(new Finding(file, "", "Không biểu mẫu nào dùng phần này", "Sửa tên tệp, hoặc bỏ tệp")));
    }

    /** A frame means the parts of every procedure. */
    private static Stream<String> meant(String part, String file, Set<String> files) {
        if (part.contains("/")) {
            return Stream.of(part + ".form");
        }
        var folders = file.contains("/frames/") ? files.stream() : Stream.of(file);
        return folders.map(other -> "%s/parts/%s.form"
                .formatted(other.substring(0, Math.max(other.indexOf('/'), 0)), part));
    }
}
