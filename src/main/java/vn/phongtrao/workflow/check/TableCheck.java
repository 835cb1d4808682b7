package vn.phongtrao.workflow.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Unreadable;
import vn.phongtrao.procedure.Xml;
import vn.phongtrao.workflow.closed.FeelTables;

/** Decision tables: what the program asks of them, when their rows hold, and on which paragraph they rest. */
@Component
class TableCheck implements ProcedureCheck {

    /** Tables that every procedure may have of its own. */
    private static final List<String> COMMON = List.of("-route", "-deadline", "-deadline-reminder", "-documents",
            "-jurisdiction");

    /** In place of a task's key: the time of a whole dossier. */
    private static final String WHOLE = "dossier";

    /** Rows are compared each with each. The longest built-in table has less than a hundred. */
    private static final int MOST_ROWS = 1_000;

    private final Declared declared;

    TableCheck(Declared declared) {
        this.declared = declared;
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        files.endingWith(".dmn").forEach((file, bytes) -> read(file, bytes, findings));
        var tasks = ModelCheck.read(files, new ArrayList<>()).stream().flatMap(model -> model.userTasks().stream())
                .collect(Collectors.toCollection(HashSet::new));
        tasks.add(WHOLE);
        var tables = Table.all(files).filter(table -> hasFewRows(table, findings)).toList();
        tables.forEach(table -> {
            new TableColumns(table, files.covered().flatMap(builtIn -> Table.find(builtIn, table.file())), declared,
                    findings).find();
            new TableRows(table, declared.rowsOf(table.key()), findings).find();
            table.conditions("task").stream().filter(task -> !tasks.contains(task.text())).forEach(task ->
                    findings.add(new Finding(table.file(), task.row().place(), "Không có nhiệm vụ \"%s\"".formatted(
                            task.text()), "Ghi mã của một nhiệm vụ trong mô hình, ví dụ appraise, sign, decide")));
        });
        twice(tables, findings);
        return findings.stream();
    }

    private static boolean hasFewRows(Table table, List<Finding> findings) {
        if (table.rows().size() > MOST_ROWS) {
            findings.add(new Finding(table.file(), "", "Bảng có quá %d dòng".formatted(MOST_ROWS), "Bớt dòng"));
        }
        return table.rows().size() <= MOST_ROWS;
    }

    private static void twice(List<Table> tables, List<Finding> findings) {
        tables.stream().filter(table -> tables.stream().anyMatch(other -> other != table
                && other.key().equals(table.key()) && other.file().compareTo(table.file()) < 0)).forEach(table ->
                findings.add(new Finding(table.file(), table.key(), "Hai bảng cùng mã",
                        "Đổi mã và tên tệp của một bảng")));
    }

    private static void read(String file, byte[] bytes, List<Finding> findings) {
        try {
            var document = Xml.parse(bytes);
            var dmn = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
            whole(file, dmn, findings);
            languages(file, document, findings);
            ids(file, document, findings);
        } catch (SAXException | IOException broken) {
            findings.add(Unreadable.xml(file, bytes, broken));
        } catch (ModelException | IllegalArgumentException notDmn) {
            findings.add(new Finding(file, "", "Tệp không phải là bảng quy định đúng chuẩn DMN: "
                    + ModelCheck.cause(notDmn), "Mở và lưu lại bằng Camunda Modeler"));
        }
    }

    private static void whole(String file, DmnModelInstance dmn, List<Finding> findings) {
        var decisions = dmn.getModelElementsByType(Decision.class);
        if (decisions.size() != 1 || !(decisions.iterator().next().getExpression() instanceof DecisionTable)) {
            findings.add(new Finding(file, "", "Tệp phải có đúng một bảng quy định (decision table)",
                    "Mỗi bảng để trong một tệp riêng"));
            return;
        }
        var decision = decisions.iterator().next();
        var stem = file.substring(file.lastIndexOf('/') + 1, file.length() - ".dmn".length());
        var folder = file.substring(0, Math.max(file.indexOf('/'), 0));
        if (!stem.equals(decision.getId())) {
            findings.add(new Finding(file, decision.getId(), "Mã của bảng khác tên tệp",
                    "Đặt mã là \"%s\"".formatted(stem)));
        }
        if (!folder.equals(Procedures.SHARED) && COMMON.stream().anyMatch(stem::endsWith)
                && COMMON.stream().noneMatch(ending -> stem.equals(folder + ending))) {
            findings.add(new Finding(file, decision.getId(), "Không quy trình nào hỏi bảng này",
                    "Đặt tên theo thư mục, ví dụ %s-route".formatted(folder)));
        }
        if (blank(decision.getName())) {
            findings.add(new Finding(file, decision.getId(), "Bảng không có tên", "Đặt tên bằng tiếng Việt"));
        }
        if (!ModelFindings.HISTORY.matcher(String.valueOf(decision.getCamundaHistoryTimeToLiveString())).matches()) {
            findings.add(new Finding(file, decision.getId(), "Không ghi lịch sử được giữ bao lâu",
                    "Ghi History time to live, ví dụ P1825D (5 năm)"));
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static void languages(String file, Document document, List<Finding> findings) {
        elements(document).filter(element -> !FeelTables.isFeel(element.getAttribute("expressionLanguage")))
                .forEach(element -> findings.add(new Finding(file, Model.place(element),
                        "Ô viết bằng ngôn ngữ \"%s\"".formatted(element.getAttribute("expressionLanguage")),
                        "Chỉ dùng FEEL: bỏ chọn Expression language")));
    }

    private static void ids(String file, Document document, List<Finding> findings) {
        elements(document).filter(element -> element.hasAttribute("id")).map(element -> element.getAttribute("id"))
                .filter(id -> !ModelFindings.KEBAB_CASE.matcher(id).matches())
                        .forEach(id -> findings.add(new Finding(file, id,
                                "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối",
                                "Đổi thành dạng như bonus-rule-1")));
    }

    private static Stream<Element> elements(Document document) {
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }
}
