package vn.phongtrao.workflow;

import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;
import vn.phongtrao.workflow.form.Form;
import vn.phongtrao.workflow.form.ListSheet;

/** The lists of the forms that are an officer's to fill in, as sheets. Nothing that a sheet brings is kept. */
@Component
public class FormLists {

    private final Engine engine;
    private final FormPlaces places;
    private final TaskContent shown;
    private final Contents contents;
    private final Units units;

    FormLists(Engine engine, FormPlaces places, TaskContent shown, Contents contents, Units units) {
        this.engine = engine;
        this.places = places;
        this.shown = shown;
        this.contents = contents;
        this.units = units;
    }

    /** @throws Refusal not found or forbidden, unless the task is the officer's, or the officer can take it */
    public ListSheet ofTask(String task, String list, Officer officer) {
        places.task(task, officer);
        return engine.unchecked(() -> sheet(Form.read(engine.services().getFormService().getDeployedTaskForm(task)),
                list, shown.ofTask(task)));
    }

    /** @throws Refusal not found or forbidden, unless the officer can start the process */
    public ListSheet ofStart(String process, String list, Officer officer) {
        var mine = Worklist.originators(officer, units);
        var form = startForm(process, officer);
        return sheet(form, list, mine.size() != 1 ? Map.of() : contents.opening(process)
                .map(content -> Binding.plain(content.options(mine.get(0)))).orElse(Map.of()));
    }

    /** The form that starts a process now. @throws Refusal not found or forbidden, unless the officer can start it */
    Form startForm(String process, Officer officer) {
        places.start(process, officer);
        return engine.unchecked(() -> Form.read(engine.services().getFormService().getDeployedStartForm(
                engine.services().getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process)
                        .latestVersion().singleResult().getId())));
    }

    private static ListSheet sheet(Form form, String list, Map<String, Object> content) {
        return ListSheet.of(form, list, content)
                .orElseThrow(() -> Refusal.notFound("Biểu mẫu không có danh sách này"));
    }
}
