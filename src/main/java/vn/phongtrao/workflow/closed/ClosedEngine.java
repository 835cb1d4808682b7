package vn.phongtrao.workflow.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import vn.phongtrao.refusal.Refusal;

/**
 * Sets the engine up so that it runs no code of models, tables, forms or variables. Models call methods of listed
 * beans; tables are FEEL; everything else is refused where the engine would load or evaluate it, whoever put it there.
 * {@code docs/where-code-is-evaluated.md} goes through all of it.
 */
public final class ClosedEngine {

    private ClosedEngine() {
    }

    /**
     * Before the engine sets itself up; its plug-ins come later, and find closed what they would open.
     *
     * @param beans those that expressions may call, by name
     */
    public static void close(ProcessEngineConfigurationImpl configuration, Map<Object, Object> beans) {
        configuration.setBeans(beans);
        configuration.setExpressionManager(new GuardedExpressionManager(beans));
        configuration.setBpmnParseFactory(ListedModel::new);
        configuration.setArtifactFactory(new NoClasses());
        configuration.setScriptEngineResolver(new NoScripts.Engines());
        configuration.setScriptFactory(new NoScripts.Factory());
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
        configuration.setFormEngines(NoFormEngine.all());
        configuration.setDmnEngineConfiguration(tables());
        configuration.setValueTypeResolver(new PlainTypes());
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setDeserializationTypeValidator(type -> false);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                andFirst(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                andFirst(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    /** An engine for tables alone is set up so, too. */
    public static DefaultDmnEngineConfiguration tables() {
        var tables = new DefaultDmnEngineConfiguration();
        tables.setScriptEngineResolver(language -> {
            throw FeelTables.refused();
        });
        tables.setElProvider(expression -> {
            throw FeelTables.refused();
        });
        tables.setFeelEngineFactory(PlainFeel::new);
        tables.getTransformer().getTransformListeners().add(new FeelTables());
        return tables;
    }

    private static List<CommandInterceptor> andFirst(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(new RefusalsFirst()));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    /** A model is read only when all that it is made of is listed. */
    private static final class ListedModel extends BpmnParse {

        ListedModel(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected void parseRootElement() {
            ModelElements.requireListed(rootElement);
            super.parseRootElement();
        }
    }

    /** Listeners, delegates and handlers that a model names by their class. */
    private static final class NoClasses implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw Refusal.broken(null, "Mô hình không được gọi lớp Java %s".formatted(type.getName()));
        }
    }
}
