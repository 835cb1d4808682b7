package vn.phongtrao.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.workflow.form.ComposedForms;

/** Deploys the models, tables and composed forms of all procedures when the engine starts. */
@Component
class Deployment extends DefaultDeploymentConfiguration {

    private final Procedures procedures;

    Deployment(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        return Stream.concat(procedures.endingWith(".bpmn", ".dmn"), forms()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Resource> forms() {
        Map<String, byte[]> files = new TreeMap<>();
        procedures.all().forEach(folder -> folder.files(".form").forEach((path, file) ->
                files.put(folder.key() + "/" + path, bytes(file))));
        return ComposedForms.of(files).entrySet().stream()
                .map(form -> new FormResource(form.getKey(), form.getValue()));
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The engine knows what is made of bytes by its description. */
    private static final class FormResource extends ByteArrayResource {

        private final String id;

        FormResource(String id, byte[] json) {
            super(json);
            this.id = id;
        }

        @Override
        public String getDescription() {
            return id + ".form";
        }
    }
}
