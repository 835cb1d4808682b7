package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.EditionLoading;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.form.ComposedForms;

/**
 * Deploys the models, tables and composed forms of all procedures together, at start and whenever an edition of them is
 * loaded. Nothing is deployed where nothing has changed; what has begun goes on with what it began with.
 */
@Component
class Deployment {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String NAME = "phongtrao";

    private final Engine engine;

    Deployment(Engine engine) {
        this.engine = engine;
    }

    /** @throws Refusal rule broken, where the engine cannot read what the checks took for sound */
    @EventListener
    void deploy(EditionLoading loading) {
        try {
            deploy(loading.files());
        } catch (ProcessEngineException unreadable) {
            LOG.warn("Not deployed", unreadable);
            throw Refusal.broken("files", "Máy quy trình không đọc được các tệp này: "
                    + unreadable.getMessage().lines().findFirst().orElse(""));
        }
    }

    private void deploy(FileTree files) {
        engine.unchecked(() -> {
            var repository = (GatedRepositoryService) engine.services().getRepositoryService();
            var deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
            files.endingWith(".bpmn", ".dmn").forEach((path, file) ->
                    deployment.addInputStream(path, new ByteArrayInputStream(file)));
            ComposedForms.of(files.endingWith(".form")).forEach((id, json) ->
                    deployment.addInputStream(id + ".form", new ByteArrayInputStream(json)));
            return repository.deploying(deployment::deploy);
        });
    }
}
