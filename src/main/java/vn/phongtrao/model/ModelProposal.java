package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a dossier proposes to recognise.
 *
 * @param modelId      the model of the register; null for a new one until it is recognised
 * @param startedOn    null for a model that was imported without it
 * @param resultNumber number of the ministry's decision; null until it is recorded
 */
@Table("model_proposal")
record ModelProposal(@Id String dossierNumber, Long modelId, String name, String modelGroup, String unitPath,
                     String hamlet, String hamletName, LocalDate startedOn, String level, int teams, String description,
                     String results, String planNumber, LocalDate planApprovedOn, String establishmentNumber,
                     LocalDate establishedOn, String reviewNumber, LocalDate reviewedOn, String resultNumber,
                     LocalDate resultDecidedOn) {

    /** A model that is not in the register yet; one team runs it unless the form says more. */
    static ModelProposal ofNew(String dossierNumber, Place place, Map<String, Object> fields) {
        return of(dossierNumber, null, (String) fields.get("name"), (String) fields.get("group"), place,
                (LocalDate) fields.get("startedOn"), number(fields, 1), (String) fields.get("description"), fields);
    }

    /** A model of the register that is to reach a higher level. */
    static ModelProposal ofKnown(String dossierNumber, Model model, Map<String, Object> fields) {
        return of(dossierNumber, model.id(), model.name(), model.group().id(), model.place(), model.startedOn(),
                number(fields, model.teams()), (String) fields.getOrDefault("description", model.description()), fields);
    }

    private static ModelProposal of(String dossierNumber, Long modelId, String name, String group, Place place,
                                    LocalDate startedOn, int teams, String description, Map<String, Object> fields) {
        return new ModelProposal(dossierNumber, modelId, name, group, place.unitPath(), place.hamlet(),
                place.hamletName(), startedOn, (String) fields.get("level"), teams, description,
                (String) fields.get("results"), null, null, null, null, null, null, null, null);
    }

    /** The same with what a later form brought; fields that are absent stay. */
    ModelProposal with(Map<String, Object> fields) {
        return new ModelProposal(dossierNumber, modelId, given(fields, "name", name), modelGroup, unitPath, hamlet,
                hamletName, given(fields, "startedOn", startedOn), level, number(fields, teams),
                given(fields, "description", description), given(fields, "results", results),
                given(fields, "planNumber", planNumber), given(fields, "planApprovedOn", planApprovedOn),
                given(fields, "establishmentNumber", establishmentNumber),
                given(fields, "establishedOn", establishedOn), given(fields, "reviewNumber", reviewNumber),
                given(fields, "reviewedOn", reviewedOn), resultNumber, resultDecidedOn);
    }

    ModelProposal recognisedAs(long id) {
        return new ModelProposal(dossierNumber, id, name, modelGroup, unitPath, hamlet, hamletName, startedOn, level,
                teams, description, results, planNumber, planApprovedOn, establishmentNumber, establishedOn,
                reviewNumber, reviewedOn, resultNumber, resultDecidedOn);
    }

    ModelProposal with(ModelDecisions.Result result) {
        return new ModelProposal(dossierNumber, modelId, name, modelGroup, unitPath, hamlet, hamletName, startedOn,
                level, teams, description, results, planNumber, planApprovedOn, establishmentNumber, establishedOn,
                reviewNumber, reviewedOn, result.number(), result.decidedOn());
    }

    Place place() {
        return new Place(unitPath, hamlet, hamletName);
    }

    private static int number(Map<String, Object> fields, int otherwise) {
        return fields.containsKey("teams") ? ((Number) fields.get("teams")).intValue() : otherwise;
    }

    @SuppressWarnings("unchecked")
    private static <T> T given(Map<String, Object> fields, String name, T before) {
        return (T) fields.getOrDefault(name, before);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "ModelProposal[" + dossierNumber + "]";
    }
}
