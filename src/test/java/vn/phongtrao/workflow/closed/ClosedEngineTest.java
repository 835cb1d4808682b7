package vn.phongtrao.workflow.closed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.refusal.Refusal;

/**
 * An engine into which anything may be deployed: what no check has stopped runs no code all the same. The tests that
 * look at an open engine show that the attacks would be seen.
 */
class ClosedEngineTest {

    private static final String PROBE = "phongtrao.probe";
    private static final String EVIL = "''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + PROBE + "', 'ran')";
    private static final String FORMAL = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            + "xsi:type=\"tFormalExpression\"";
    private static final String SCRIPT = "java.lang.System.setProperty('" + PROBE + "', 'ran')";

    private static ProcessEngine engine;

    /** A bean that is listed. */
    public static class Awards {

        public String grant(String number) {
            return "granted " + number;
        }

        public int count() {
            return 7;
        }

        public static String everywhere() {
            return run();
        }

        String inside() {
            return run();
        }

        public Object itself() {
            return this;
        }
    }

    /** What a model could name by its class, and what runs as soon as the class is loaded. */
    public static class Evil implements JavaDelegate, ExecutionListener {

        static {
            run();
        }

        @Override
        public void execute(DelegateExecution execution) {
            run();
        }

        @Override
        public void notify(DelegateExecution execution) {
            run();
        }
    }

    private static String run() {
        return System.setProperty(PROBE, "ran");
    }

    @BeforeAll
    static void start() {
        engine = engine("closed", true);
    }

    private static ProcessEngine engine(String name, boolean closed) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl(LocalPostgres.shared().database(name + "_engine"));
        configuration.setJdbcUsername(LocalPostgres.USER);
        configuration.setJdbcPassword("");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        Map<Object, Object> beans = Map.of("awards", new Awards());
        if (closed) {
            ClosedEngine.close(configuration, beans);
        } else {
            configuration.setBeans(beans);
        }
        return configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(PROBE)).isNull();
    }

    @Test
    void theAttacksWouldBeSeenInAnOpenEngine() {
        var open = engine("open", false);
        try {
            for (var attack : List.of(task("camunda:expression=\"${" + EVIL + "}\""),
                    task("camunda:class=\"" + Evil.class.getName() + "\""))) {
                start(open, attack);
                assertThat(System.clearProperty(PROBE)).as(attack).isEqualTo("ran");
            }
            deploy(open, "evil.dmn", table("expressionLanguage=\"juel\"", "${" + EVIL + "}"));
            open.getDecisionService().evaluateDecisionTableByKey("evil").variables(Map.of()).evaluate();
            assertThat(System.clearProperty(PROBE)).isEqualTo("ran");
            deploy(open, "evil.dmn", table("", "zone.class.name"));
            assertThat((String) open.getDecisionService().evaluateDecisionTableByKey("evil")
                    .variables(Map.of("zone", ZoneId.of("Asia/Ho_Chi_Minh"))).evaluate().getSingleEntry())
                    .isEqualTo("java.time.ZoneRegion");
        } finally {
            open.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "''.class", "''.getClass()", "number.getClass()", "number.class", "number.bytes",
            "number.length()", "number['class']", "list.size()", "list[0]", "map.key", "map['key']", "json.prop('x')",
            "awards", "awards.class", "awards.getClass()", "awards.hashCode()", "awards.toString()", "awards.notify()",
            "awards.everywhere()", "awards.inside()", "awards['count']", "awards.grant", "awards.grant()",
            "awards.count(1)", "awards.itself().count()", "awards.itself().getClass()",
            "awards.grant(awards).getClass()", "execution", "execution.id", "execution.variables",
            "execution.getVariable('number')", "execution.class", "execution.processEngineServices",
            "execution.getProcessEngineServices().getRepositoryService()", "execution.setVariable('x', 1)", "task",
            "task.id", "authenticatedUserId", "externalTask", "environment", "dataSource", "processEngine",
            "springContext", "notThere", "S('{}')", "JSON('{}').mapTo('java.lang.Runtime')", "XML('<x/>')",
            "dateTime().getClass()", "now().getClass()", "now().time", "spin:S('{}')", "(awards).getClass()",
            "true ? awards.getClass() : 1"})
    void expressionsReachNothingThatIsNotListed(String expression) {
        var model = task("camunda:expression=\"${" + expression + "}\" camunda:resultVariable=\"result\"");
        if (List.of("awards", "execution").contains(expression)) {
            // a name without anything behind it, which no variable keeps and no method takes
            model = task("camunda:expression=\"${awards.grant(" + expression + ").length()}\"");
        }
        assertRefused(model);
    }

    @Test
    void expressionsCallWhatIsListed() {
        assertThat(result("awards.grant(number)")).isEqualTo("granted 1");
        assertThat(result("awards.grant(execution.processBusinessKey)")).isEqualTo("granted KT-1");
        assertThat(result("awards.count() + 1 > 7 && number == '1'")).isEqualTo(true);
        assertThat(result("empty nothing ? 'x' : number")).isEqualTo("x");
    }

    @Test
    void aBeanIsNoValue() {
        assertThat(result("awards.grant(awards)")).isEqualTo("granted awards");
        assertThat(result("awards.grant(execution)")).isEqualTo("granted execution");
    }

    @Test
    void aVariableDoesNotTakeThePlaceOfABean() {
        deploy(engine, "x.bpmn", task("camunda:expression=\"${awards.grant('1')}\" camunda:resultVariable=\"result\""));
        engine.getRuntimeService().startProcessInstanceByKey("evil", Map.of("awards", "x"));
    }

    @Test
    void queriesWithExpressionsAreRefused() {
        assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().or()
                .taskAssigneeExpression("${" + EVIL + "}").endOr().list())
                .hasRootCauseInstanceOf(BadUserRequestException.class);
    }

    static List<String> models() {
        var evil = Evil.class.getName();
        return List.of(
                task("camunda:class=\"" + evil + "\""),
                task("camunda:delegateExpression=\"${awards}\""),
                task("camunda:delegateExpression=\"${" + EVIL + "}\""),
                task("camunda:type=\"external\" camunda:topic=\"x\""),
                task("camunda:type=\"mail\""),
                task("camunda:type=\"shell\""),
                task("implementation=\"##WebService\" operationRef=\"x\""),
                "<x:scriptTask xmlns:x=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"t\"/>",
                "<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>" + SCRIPT + "</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"juel\"><script>${" + EVIL + "}</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"javascript\" camunda:resource=\"deployment://evil.js\"/>",
                "<sendTask id=\"t\" camunda:class=\"" + evil + "\"/>",
                "<businessRuleTask id=\"t\" camunda:class=\"" + evil + "\"/>",
                extended("<camunda:executionListener class=\"" + evil + "\" event=\"start\"/>"),
                extended("<camunda:executionListener delegateExpression=\"${awards}\" event=\"start\"/>"),
                extended("<camunda:executionListener expression=\"${" + EVIL + "}\" event=\"start\"/>"),
                extended("<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">"
                        + SCRIPT
                        + "</camunda:script></camunda:executionListener>"),
                extended("<camunda:taskListener class=\"" + evil + "\" event=\"create\"/>"),
                extended("<camunda:field name=\"x\"><camunda:expression>${" + EVIL
                        + "}</camunda:expression></camunda:field>"),
                extended("<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script "
                + "scriptFormat=\"juel\">${"
                        + EVIL + "}</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                extended("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                extended("<camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"${" + EVIL
                        + "}\"/></camunda:formData>"),
                extended("<camunda:errorEventDefinition errorRef=\"x\" expression=\"${" + EVIL + "}\"/>"),
                extended("<activiti:executionListener xmlns:activiti=\"http://activiti.org/bpmn\" class=\"" + evil
                        + "\" event=\"start\"/>"),
                "<userTask id=\"t\" camunda:formKey=\"embedded:deployment:evil.html\"/>",
                "<userTask id=\"t\" camunda:formHandlerClass=\"" + evil + "\"/>",
                "<serviceTask id=\"t\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"" + evil + "\"/>",
                "<callActivity id=\"t\" calledElement=\"evil\" camunda:variableMappingClass=\"" + evil + "\"/>",
                "<callActivity id=\"t\" calledElement=\"evil\" "
                + "camunda:variableMappingDelegateExpression=\"${awards}\"/>",
                        "<userTask id=\"t\"/><sequenceFlow id=\"g\" sourceRef=\"t\" "
                        + "targetRef=\"u\"><conditionExpression "
                        + FORMAL + " language=\"javascript\">" + SCRIPT
                        + "</conditionExpression></sequenceFlow><endEvent id=\"u\"/>",
                "<userTask id=\"t\"/><sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"u\"><conditionExpression "
                        + "camunda:resource=\"deployment://evil.js\"/></sequenceFlow><endEvent id=\"u\"/>",
                "<intermediateCatchEvent id=\"t\"><conditionalEventDefinition><condition " + FORMAL
                        + " language=\"javascript\">" + SCRIPT
                        + "</condition></conditionalEventDefinition></intermediateCatchEvent>",
                process("<userTask id=\"t\"/>").replaceFirst(">",
                        "><import importType=\"http://schemas.xmlsoap.org/wsdl/\" "
                        + "location=\"http://127.0.0.1:1/x\" namespace=\"x\"/>"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsThatNameCodeAreNotEvenRead(String model) {
        assertThatThrownBy(() -> deploy(engine, "evil.bpmn", process(model))).isInstanceOf(Refusal.class)
                .hasMessageContaining("không được dùng");
    }

    /** Expressions elsewhere than in a task. */
    @ParameterizedTest
    @ValueSource(strings = {"<userTask id='t' camunda:assignee='${%s}'/>",
            "<userTask id='t' camunda:candidateGroups='${%s}'/>", "<userTask id='t' camunda:dueDate='${%s}'/>",
            "<userTask id='t' camunda:followUpDate='${%s}'/>", "<userTask id='t' camunda:priority='${%s}'/>",
            "<userTask id='t' name='${%s}'/>", "<userTask id='t'><documentation>${%s}</documentation></userTask>",
            "<callActivity id='t' calledElement='${%s}'/>",
            "<callActivity id='t' calledElement='x'><extensionElements><camunda:in "
            + "businessKey='${%s}'/></extensionElements></callActivity>",
                    "<callActivity id='t' calledElement='x'><extensionElements><camunda:in sourceExpression='${%s}' "
                    + "target='x'/></extensionElements></callActivity>",
            "<userTask id='t'><multiInstanceLoopCharacteristics camunda:collection='${%s}' "
            + "camunda:elementVariable='x'/></userTask>",
                    "<userTask id='t'><multiInstanceLoopCharacteristics><loopCardinality>${%s}</loopCardinality>"
                    + "</multiInstanceLoopCharacteristics></userTask>",
            "<inclusiveGateway id='t'/><sequenceFlow id='g' sourceRef='t' targetRef='u'><conditionExpression>${%s}"
                    + "</conditionExpression></sequenceFlow><sequenceFlow id='h' sourceRef='t' "
                    + "targetRef='u'/><endEvent id='u'/>",
            "<intermediateCatchEvent "
            + "id='t'><timerEventDefinition><timeDate>${%s}</timeDate></timerEventDefinition></intermediateCatchEvent>",
                    "<intermediateCatchEvent id='t'><messageEventDefinition messageRef='m'/></intermediateCatchEvent>"
                    + "</process><message id='m' name='${%s}'/><process id='other'>"})
    void anExpressionIsClosedWhereverItStands(String element) {
        assertRefused(process(element.formatted(EVIL.replace("'", "&apos;"))));
    }

    /** The engine goes on with an ordinary priority. */
    @Test
    void aPriorityThatIsNotListedCountsForNothing() {
        start(engine, task("camunda:asyncBefore=\"true\" camunda:jobPriority=\"${" + EVIL + "}\" "
                + "camunda:expression=\"${awards.count()}\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "python", "ruby", "feel-scala-expression", "x"})
    void tablesInAnotherLanguageThanFeelAreNotEvenRead(String language) {
        for (var table : List.of(table("expressionLanguage=\"" + language + "\"", "${" + EVIL + "}"),
                table("expressionLanguage=\"" + language + "\"", SCRIPT), wholly(language), literal(language),
                input(language))) {
            assertThat(catchThrowable(() -> deploy(engine, "evil.dmn", table))).as(table).isInstanceOf(Refusal.class)
                    .hasMessageContaining("FEEL");
        }
    }

    /** Were they read all the same. */
    @Test
    void noOtherLanguageThanFeelIsEvaluatedInTables() {
        var tables = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration();

        assertThatThrownBy(() -> tables.getElProvider().createExpression("${1}")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tables.getScriptEngineResolver().getScriptEngineForLanguage("javascript"))
                .isInstanceOf(Refusal.class);
    }

    /** FEEL wraps objects with all their methods, unless it is kept from it. */
    @ParameterizedTest
    @ValueSource(strings = {"object", "object.class", "object.getClass()", "object.getClass().getName()",
            "[object][1].class", "list[1].class", "holder.object.class", "stream.class",
            "{f: function(x) external {java: {class: \"java.lang.System\", method signature: "
            + "\"getenv(java.lang.String)\"}}, r: f(\"PATH\")}.r"})
    void feelReachesNoObject(String expression) {
        deploy(engine, "evil.dmn", table("", expression));

        assertThatThrownBy(this::evaluate).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\".class", "\"x\".getClass()", "text.class", "text.getClass()", "day.class",
            "map.getClass()", "texts.getClass()", "texts.class"})
    void feelKnowsNoMethodsOfPlainValues(String expression) {
        deploy(engine, "evil.dmn", table("", expression));

        Object result;
        try {
            result = evaluate();
        } catch (Refusal refused) {
            return;
        }
        assertThat(result).isIn(null, Collections.singletonList(null));
    }

    @Test
    void feelStillWorksWithPlainValues() {
        deploy(engine, "evil.dmn", table("", "text + \" \" + string(map.key) + \" \" + string(day.year + 1)"));

        assertThat(evaluate()).isEqualTo("chữ value 2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "bytes", "file", "xml", "whatever"})
    void variablesHavePlainTypes(String type) {
        var types = engine.getProcessEngineConfiguration().getValueTypeResolver();

        assertThatThrownBy(() -> types.typeForName(type)).isInstanceOf(Refusal.class);
        assertThat(types.typeForName("json")).isNotNull();
    }

    @Test
    void noVariableIsMadeAnObjectAgain() {
        deploy(engine, "x.bpmn", process("<userTask id=\"t\"/>"));
        var java = Variables.serializedObjectValue("rO0AA==")
                .serializationDataFormat("application/x-java-serialized-object")
                .objectTypeName("java.util.ArrayList").create();
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("evil", Map.of("x", java)))
                .isInstanceOf(RuntimeException.class);
        var json = Variables.serializedObjectValue("[]").serializationDataFormat("application/json")
                .objectTypeName("java.util.ArrayList").create();
        var instance = engine.getRuntimeService().startProcessInstanceByKey("evil", Map.of("x", json));

        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(instance.getId(), "x"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void noLanguageHasAScriptEngine() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (var language : List.of("javascript", "juel", "groovy", "feel")) {
            assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context ->
                    configuration.getScriptingEngines().getScriptEngineForLanguage(language)))
                            .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> configuration.getArtifactFactory().getArtifact(Evil.class))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> configuration.getFormEngines().get("juel").renderStartForm(null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> configuration.getFormEngines().get(null).renderTaskForm(null))
                .isInstanceOf(Refusal.class);
        // the class was named, and so loaded, by this test
        System.clearProperty(PROBE);
    }

    private Object evaluate() {
        return engine.getDecisionService().evaluateDecisionByKey("evil").variables(Map.of("object", new Awards(),
                "list", List.of(new Awards()), "texts", List.of("x"), "map", Map.of("key", "value"), "holder",
                Map.of("object", new Awards()), "stream", new ByteArrayInputStream(new byte[0]), "text", "chữ",
                "day", LocalDate.of(2024, 7, 1))).evaluate().getSingleEntry();
    }

    private Object result(String expression) {
        deploy(engine, "x.bpmn", process("<serviceTask id=\"t\" camunda:expression=\"${%s}\" camunda:resultVariable=\"r\"/>"
                .formatted(expression.replace("&", "&amp;").replace(">", "&gt;"))
                + "<sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"u\"/><userTask id=\"u\"/>"));
        var instance = engine.getRuntimeService().startProcessInstanceByKey("evil", "KT-1", variables());
        return engine.getRuntimeService().getVariable(instance.getId(), "r");
    }

    private static Map<String, Object> variables() {
        return Variables.putValue("number", "1").putValue("nothing", null)
                .putValueTyped("json", SpinValues.jsonValue("{\"x\":1}").create());
    }

    private static void start(ProcessEngine engine, String model) {
        deploy(engine, "evil.bpmn", model);
        engine.getRuntimeService().startProcessInstanceByKey("evil", variables());
    }

    private static void assertRefused(String model) {
        assertThat(catchThrowable(() -> start(engine, model))).as(model).isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Biểu thức");
        assertThat(System.getProperty(PROBE)).as(model).isNull();
    }

    private static void deploy(ProcessEngine engine, String name, String content) {
        engine.getRepositoryService().createDeployment().addString(name, content).deploy();
    }

    private static String task(String attributes) {
        return process("<serviceTask id=\"t\" " + attributes.replace("<", "&lt;") + "/>");
    }

    private static String extended(String extension) {
        return "<userTask id=\"t\"><extensionElements>" + extension + "</extensionElements></userTask>";
    }

    private static String process(String elements) {
        return elements.startsWith("<definitions") ? elements
                : "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"x\">"
                + "<process id=\"evil\" isExecutable=\"true\"><startEvent id=\"s\"/>"
                + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>" + elements + "</process></definitions>";
    }

    private static String table(String attributes, String output) {
        return decision("", "<decisionTable id=\"t\"><output id=\"o\" name=\"o\"/><rule id=\"r\"><outputEntry id=\"e\" "
                + attributes + "><text>" + output + "</text></outputEntry></rule></decisionTable>");
    }

    private static String wholly(String language) {
        return decision("expressionLanguage=\"" + language + "\"",
                "<decisionTable id=\"t\"><output id=\"o\" name=\"o\"/>"
                + "<rule id=\"r\"><outputEntry id=\"e\"><text>${" + EVIL
                + "}</text></outputEntry></rule></decisionTable>");
    }

    private static String literal(String language) {
        return decision("", "<variable id=\"v\" name=\"v\"/><literalExpression id=\"l\" expressionLanguage=\""
                + language
                + "\"><text>${" + EVIL + "}</text></literalExpression>");
    }

    private static String input(String language) {
        return decision("", "<decisionTable id=\"t\"><input id=\"i\"><inputExpression id=\"ie\" expressionLanguage=\""
                + language
                + "\"><text>${" + EVIL + "}</text></inputExpression></input><output id=\"o\" name=\"o\"/><rule "
                + "id=\"r\"><inputEntry id=\"in\"><text>1</text></inputEntry><outputEntry "
                + "id=\"e\"><text>1</text></outputEntry></rule></decisionTable>");
    }

    private static String decision(String attributes, String logic) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" "
                + "namespace=\"x\" "
                + attributes + "><decision id=\"evil\" name=\"x\">" + logic + "</decision></definitions>";
    }
}
