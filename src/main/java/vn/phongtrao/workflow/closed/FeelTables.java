package vn.phongtrao.workflow.closed;

import java.util.Set;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;

import vn.phongtrao.refusal.Refusal;

/** Takes a file of tables only when no cell, column or file names another language than FEEL. */
public final class FeelTables implements DmnTransformListener {

    private static final Set<String> FEEL = Set.of(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    /** @param language as a table names it; empty or null where it names none */
    public static boolean isFeel(String language) {
        return language == null || language.isEmpty() || FEEL.contains(language);
    }

    static Refusal refused() {
        return Refusal.broken(null, "Bảng quy định chỉ được viết bằng FEEL, không dùng ngôn ngữ biểu thức khác");
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        requireFeel(definitions.getDomElement());
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision transformed) {
        requireFeel(decision.getDomElement());
    }

    private static void requireFeel(DomElement element) {
        if (!isFeel(element.getAttribute("expressionLanguage"))) {
            throw refused();
        }
        element.getChildElements().forEach(FeelTables::requireFeel);
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl transformed) {
        // looked at with the file
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl transformed) {
        // looked at with the file
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl transformed) {
        // looked at with the file
    }
}
