package vn.phongtrao.workflow;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;

/** Deploys the models, tables and forms of all procedures when the engine starts. */
@Component
class Deployment extends DefaultDeploymentConfiguration {

    private final Procedures procedures;

    Deployment(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        return procedures.endingWith(".bpmn", ".dmn", ".form").collect(Collectors.toUnmodifiableSet());
    }
}
