package vn.phongtrao.workflow.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Unreadable;
import vn.phongtrao.procedure.Xml;
import vn.phongtrao.workflow.form.ComposedForms;

/**
 * Models: whether the engine can run them, with what the program and the other files have, and people can read them.
 */
@Component
class ModelCheck implements ProcedureCheck {

    private final Declared declared;

    ModelCheck(Declared declared) {
        this.declared = declared;
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        var models = read(files, findings);
        var surroundings = new Surroundings(models, ComposedForms.ids(files.all()),
                Table.all(files).map(Table::key).collect(Collectors.toSet()), declared.beans());
        models.forEach(model -> {
            new ModelFindings(model, findings).find();
            new ModelLinks(model, surroundings, findings).find();
        });
        missing(files, models, findings);
        return findings.stream();
    }

    /** What models may name. */
    record Surroundings(List<Model> models, Set<String> forms, Set<String> tables,
                        Map<String, Class<?>> beans) {

        Set<String> keys() {
            return models.stream().flatMap(model -> model.processes().stream()).map(process -> process.getId())
                    .collect(Collectors.toSet());
        }

        List<Model> callersOf(String key) {
            return models.stream().filter(model -> model.calls().contains(key)).toList();
        }

        /** The processes that a key leads to, by calls. */
        Set<String> reachedFrom(String key) {
            Set<String> reached = new HashSet<>();
            reach(key, reached);
            return reached;
        }

        private void reach(String key, Set<String> reached) {
            models.stream().filter(model -> model.stem().equals(key)).flatMap(model -> model.calls().stream())
                    .filter(reached::add).forEach(called -> reach(called, reached));
        }
    }

    static List<Model> read(FileTree files, List<Finding> findings) {
        List<Model> models = new ArrayList<>();
        files.endingWith(".bpmn").forEach((file, bytes) -> {
            try {
                var document = Xml.parse(bytes);
                var bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
                models.add(new Model(file, bpmn, document));
            } catch (SAXException | IOException broken) {
                findings.add(Unreadable.xml(file, bytes, broken));
            } catch (ModelException | IllegalArgumentException notBpmn) {
                findings.add(new Finding(file, "", "Tệp không phải là mô hình BPMN đúng chuẩn: " + cause(notBpmn),
                        "Mở và lưu lại bằng Camunda Modeler"));
            }
        });
        return models;
    }

    static String cause(Throwable failed) {
        return failed.getCause() == null ? String.valueOf(failed.getMessage()) : cause(failed.getCause());
    }

    private static void missing(FileTree files, List<Model> models, List<Finding> findings) {
        files.folders().stream().filter(folder -> files.find("%s/%s.bpmn".formatted(folder, folder)).isEmpty())
                .forEach(folder -> findings.add(new Finding(folder + "/" + folder + ".bpmn", "",
                        "Thư mục quy trình không có mô hình mang tên của nó", "Thêm mô hình, hoặc sửa tên thư mục cho "
                        + "trùng với mã của quy trình")));
        models.stream().filter(Model::hasStartForm).map(Model::folder)
                .filter(folder -> files.find("%s/%s-jurisdiction.dmn".formatted(folder, folder)).isEmpty())
                .forEach(folder -> findings.add(new Finding("%s/%s-jurisdiction.dmn".formatted(folder, folder), "",
                        "Quy trình không có bảng thẩm quyền quyết định",
                        "Thêm bảng này: ai quyết định, ký hiệu, căn cứ")));
    }

    /** The forms that models use; those of a called process are named after each process that calls it. */
    static Set<String> formsOf(List<Model> models) {
        return models.stream().flatMap(model -> references(model).flatMap(form -> form.startsWith("${process}")
                ? models.stream().filter(caller -> caller.calls().contains(model.stem()))
                .map(caller -> form.replace("${process}", caller.stem())) : Stream.of(form)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> references(Model model) {
        return Stream.concat(model.starts().stream().map(start -> start.getCamundaFormRef()),
                model.all(UserTask.class).stream().map(UserTask::getCamundaFormRef)).filter(form -> form != null);
    }
}
