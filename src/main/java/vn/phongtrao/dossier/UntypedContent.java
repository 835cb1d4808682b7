package vn.phongtrao.dossier;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;

import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;

/** A content whose fields have no types yet. To be replaced, procedure by procedure. */
public interface UntypedContent extends DossierContent<UntypedContent.Fields, UntypedContent.ByName> {

    /** The fields of a form by name. */
    record Fields(Map<String, Object> values) {
    }

    /** What is shown, by name. */
    record ByName(@JsonAnyGetter Map<String, Object> values) {
    }

    @Override
    default Class<Fields> proposal() {
        return Fields.class;
    }

    @Override
    default Class<ByName> view() {
        return ByName.class;
    }

    @Override
    default ByName options(String unitPath) {
        return new ByName(optionsOf(unitPath));
    }

    Map<String, Object> optionsOf(String unitPath);

    @Override
    default Opening examine(String unitPath, Fields proposal) {
        var subject = examine(unitPath, proposal.values());
        return new Opening(subject.form(), subject.type(), subject.title(), new Jurisdiction(subject.decider(), null,
                Ending.DECIDE, null, null), dossier -> store(dossier, proposal.values()));
    }

    Subject examine(String unitPath, Map<String, Object> fields);

    void store(Dossier dossier, Map<String, Object> fields);

    @Override
    default List<TaskForm<?>> tasks() {
        return List.of();
    }

    void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields);

    @Override
    default ByName show(Dossier dossier) {
        return new ByName(shown(dossier));
    }

    Map<String, Object> shown(Dossier dossier);
}
