package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.extension.keycloak.plugin.KeycloakIdentityProviderPlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.calendar.BusinessClock;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.security.KeycloakCalls;
import vn.phongtrao.workflow.closed.ClosedEngine;
import vn.phongtrao.workflow.session.Sessions;

/** How the engine is set up beyond what {@code application.yaml} says. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Puts the gate in front of deployments, forms, tasks and instances, and closes whatever else runs code. */
    @Bean
    AbstractProcessEnginePlugin gatedEngine(ListableBeanFactory beans, ObjectProvider<FormGate> gate,
                                            ObjectProvider<TaskContent> content, ObjectProvider<TaskCards> cards,
                                            ObjectProvider<Dossiers> dossiers, JdbcClient jdbc, BusinessClock business,
                                            HistoryCleanup cleanup, Clock clock) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                EngineZone.ofMachine(jdbc, clock.instant()).require();
                ClockUtil.offset(business.offset().toMillis());
                configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new OutsideCommands(configuration.getIdentityService())));
                configuration.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new OutsideCommands(configuration.getIdentityService())));
                ClosedEngine.close(configuration, new ProcessBeans(beans));
                configuration.setRepositoryService(new GatedRepositoryService());
                var forms = new GatedFormService(gate, content);
                configuration.setFormService(forms);
                configuration.setTaskService(new GatedTaskService(gate, forms));
                configuration.setRuntimeService(new GatedRuntimeService(cards));
                configuration.setManagementService(new GatedManagementService(configuration, configuration.getIdentityService()));
                configuration.setCustomPreBPMNParseListeners(List.of(new KeptInstances(dossiers)));
                cleanup.addTo(configuration, ZonedDateTime.now(clock));
                nameDossiersInTheLog(configuration);
                Sessions.replaceIn(configuration);
            }

            /** Later than the starter, which sets the engine's own. */
            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setFailedJobCommandFactory(FailedJob::new);
                Sessions.addStatementsTo(configuration);
                configuration.setSchemaOperationsCommand(new SchemaInTurn(jdbc,
                        configuration.getSchemaOperationsCommand()));
            }
        };
    }

    /** As requests do, see {@link vn.phongtrao.refusal.RequestTrail}, and nothing else. */
    private static void nameDossiersInTheLog(ProcessEngineConfigurationImpl configuration) {
        configuration.setLoggingContextBusinessKey("dossier").setLoggingContextActivityId(null).setLoggingContextApplicationName(null)
                .setLoggingContextProcessDefinitionId(null).setLoggingContextProcessInstanceId(null).setLoggingContextTenantId(null)
                .setLoggingContextEngineName(null);
    }

    /** Users and groups come from Keycloak; the engine only reads them. */
    @Bean
    @ConfigurationProperties("phongtrao.identity")
    KeycloakIdentityProviderPlugin keycloakIdentityProvider() {
        var plugin = new KeycloakIdentityProviderPlugin();
        plugin.setCustomHttpRequestInterceptors(List.of(new KeycloakCalls()));
        return plugin;
    }
}
