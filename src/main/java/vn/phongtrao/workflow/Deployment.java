package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.EditionLoading;
import vn.phongtrao.workflow.form.ComposedForms;

/**
 * Deploys the models, tables and composed forms of all procedures together, at start and whenever an edition of them is
 * loaded. Nothing is deployed where nothing has changed; what has begun goes on with what it began with.
 */
@Component
class Deployment {

    private static final String NAME = "phongtrao";

    private final Engine engine;

    Deployment(Engine engine) {
        this.engine = engine;
    }

    @EventListener
    void deploy(EditionLoading loading) {
        engine.unchecked(() -> {
            var repository = (GatedRepositoryService) engine.services().getRepositoryService();
            var deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
            loading.files().endingWith(".bpmn", ".dmn").forEach((path, file) ->
                    deployment.addInputStream(path, new ByteArrayInputStream(file)));
            ComposedForms.of(loading.files().endingWith(".form")).forEach((id, json) ->
                    deployment.addInputStream(id + ".form", new ByteArrayInputStream(json)));
            return repository.deploying(deployment::deploy);
        });
    }
}
