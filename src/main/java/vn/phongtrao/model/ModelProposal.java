package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Needed;

/**
 * What a dossier proposes to recognise.
 *
 * @param modelId   the model of the register; null for a new one until it is recognised
 * @param startedOn null for a model that was imported without it
 * @param result    what the ministry decided; null until it is recorded
 */
@Table("model_proposal")
record ModelProposal(@Id DossierNumber dossierNumber, Long modelId, String name, String modelGroup,
                     @Embedded.Empty Place place, LocalDate startedOn, String level, int teams, String description,
                     String results, @Embedded.Empty MilestonesReached milestones,
                     @Embedded.Nullable(prefix = "result_") MinistryDecision result) {

    /**
     * A model that is not in the register yet; one team runs it unless the form says more.
     *
     * @throws vn.phongtrao.refusal.Refusal malformed, without a name or a group
     */
    static ModelProposal ofNew(Place place, RecognitionFields fields) {
        return new ModelProposal(null, null, Needed.require("name", fields.name()),
                Needed.require("group", fields.group()).id(), place, fields.startedOn(), fields.level().id(),
                given(fields.teams(), 1), fields.description(), fields.results(), MilestonesReached.NONE, null);
    }

    /** A model of the register that is to reach a higher level. */
    static ModelProposal ofKnown(Model model, RecognitionFields fields) {
        return new ModelProposal(null, model.id(), model.name(), model.group().id(), model.place(), model.startedOn(),
                fields.level().id(), given(fields.teams(), model.teams()),
                given(fields.description(), model.description()), fields.results(), MilestonesReached.NONE, null);
    }

    ModelProposal of(DossierNumber number) {
        return new ModelProposal(number, modelId, name, modelGroup, place, startedOn, level, teams, description,
                results, milestones, result);
    }

    ModelProposal with(RecognitionChange change) {
        return new ModelProposal(dossierNumber, modelId, given(change.name(), name), modelGroup, place,
                given(change.startedOn(), startedOn), level, given(change.teams(), teams),
                given(change.description(), description), given(change.results(), results),
                new MilestonesReached(given(change.planNumber(), milestones.planNumber()),
                        given(change.planApprovedOn(), milestones.planApprovedOn()),
                        given(change.establishmentNumber(), milestones.establishmentNumber()),
                        given(change.establishedOn(), milestones.establishedOn()),
                        given(change.reviewNumber(), milestones.reviewNumber()),
                        given(change.reviewedOn(), milestones.reviewedOn())), result);
    }

    ModelProposal recognisedAs(long id) {
        return new ModelProposal(dossierNumber, id, name, modelGroup, place, startedOn, level, teams, description,
                results, milestones, result);
    }

    ModelProposal with(MinistryDecision decided) {
        return new ModelProposal(dossierNumber, modelId, name, modelGroup, place, startedOn, level, teams, description,
                results, milestones, decided);
    }

    Level atLevel() {
        return Level.of(level);
    }

    ModelGroup group() {
        return ModelGroup.of(modelGroup);
    }

    private static <T> T given(T value, T otherwise) {
        return Optional.ofNullable(value).orElse(otherwise);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "ModelProposal[" + dossierNumber + "]";
    }
}
