package vn.phongtrao.workflow.web;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CachingResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Mends the scripts of Camunda's webapps 7.24.0 while they are served: what no setting, label, style or custom script of
 * theirs reaches.
 * <ul>
 * <li>Tasklist keeps the Start and Complete buttons disabled while the form's {@code errors} object has any key, even
 * an empty one, and says no reason: the buttons are left to be pressed, which leads to what is wrong.
 * <li>Its forms take modules of others, but it gives them none: it is made to give them ours, and where the form is.
 * <li>Its forms wait 300 ms before they take over what is typed, and whatever draws them anew until then, such as a
 * number that was typed before, puts back the old text: they are made to take over every key at once.
 * <li>Forms come with an early Preact, which loses a change of state while the form is drawn anew, so that a list of
 * options does not open again after a choice: it is given what later versions do.
 * <li>A list of options listens to the keys some time after it is drawn, so that Enter soon after an arrow takes the
 * option before: it is made to listen at once.
 * <li>It fetches a form anew for each task, after everything else about the task: it is made to ask our script, which
 * has it already.
 * <li>It fills forms of tasks, but not forms that start a process: both are filled.
 * <li>A task had to be taken before its form could be filled in: whoever completes it takes it by that, unless somebody
 * else has it.
 * <li>It forgets a half-filled form when another tab of the task is opened: the form is made to stay behind that tab.
 * <li>Its list of processes to start shows names alone: the first sentence of each model's documentation is added.
 * <li>It draws its list of tasks anew every ten seconds, under the finger that is about to press one: it is made to keep
 * what is the same.
 * <li>Its "Save" writes what was typed into the browser's storage, which the next person at the computer can read: it
 * is made to write nothing.
 * <li>It repeats where in its own program a task could not be read, and takes that for the reason: it is made to say
 * that the task is gone.
 * <li>Cockpit writes moments as programs do: it is made to write them as the language does.
 * <li>All give up and stay empty when one of their scripts takes longer than seven seconds: they are made to wait.
 * <li>All write a person's given name before the family name, which Vietnamese names have the other way round.
 * <li>Admin makes a heading of two labels in English word order.
 * </ul>
 */
@Configuration(proxyBeanMethods = false)
class WebappPatch implements WebMvcConfigurer {

    static final List<String> WEBAPPS = List.of("admin", "cockpit", "tasklist", "welcome");
    static final String FOLDER = "classpath:/META-INF/resources/webjars/camunda/app/%s/";
    static final String LIBRARIES = "classpath:/META-INF/resources/webjars/camunda/lib/";
    private static final String PROCESS_NAME =
            "{{ processDefinition.name || processDefinition.key }}\\n            </a>";
    private static final String PROCESS_ABOUT = "<small>{{ processDefinition.description.split(\". \")[0] }}</small>";
    private static final String TAB = "<view provider=\"selectedTaskDetailTab\" vars=\"taskVars\"></view>";
    private static final String TAB_BEFORE_FORM = """
            <div ng-show="selectedTaskDetailTab.id === taskDetailTabs[0].id">\
            <view provider="taskDetailTabs[0]" vars="taskVars"></view></div>\
            <div ng-if="selectedTaskDetailTab.id !== taskDetailTabs[0].id">""" + TAB + "</div>";
    /** What is replaced in Tasklist, and by what. */
    static final Map<String, String> TASKLIST = Map.ofEntries(
            entry("var t=!!Object.keys(e.errors).length;", "var t=!1;"),
            entry("v=new p({container:l[0]})", "v=new p({container:l[0],debounce:!1,params:h.getParams(),"
                    + "additionalModules:window.phongtraoForms})"),
            entry("if(y)return m.formVariables({id:y,",
                    "return(y?m:g).formVariables({id:y||h.getParams().processDefinitionId,"),
            entry("fetch(e.key+\"?noCache=\".concat(Date.now()))", "window.phongtraoForm(e.key)"),
            entry(PROCESS_NAME, PROCESS_NAME + PROCESS_ABOUT), entry(TAB, TAB_BEFORE_FORM),
            entry("e.options.disableCompleteButton=!n,e.options.disableForm=!n,",
                    "e.options.disableCompleteButton=e.options.disableForm=!n&&!!(t&&t.assignee),"),
            entry("ng-repeat=\"(delta, task) in tasks\"", "ng-repeat=\"(delta, task) in tasks track by task.id\""),
            entry("localStorage.setItem(\"camunda-form:\".concat(y),JSON.stringify(e))", "void 0"),
            entry("localStorage.setItem(\"camForm:\"+t,JSON.stringify(n))", "void 0"),
            entry("-1!==e.indexOf(\"No matching task\")", "/^<task> <- /.test(e)"),
            entry("message:n?n.message:\"\",exclusive:!0,scope:e",
                    "message:n?n.message.replace(/^(<\\w+> <- )+/,\"\"):\"\",exclusive:!0,scope:e"));
    /** In code joined by a plus, with empty names or without, or in a list; in templates as two expressions. */
    static final Pattern GIVEN_NAME_FIRST = Pattern.compile("([\\w$.]+)\\.firstName"
            + "(\\+\" \"\\+|\\|\\|\"\"\\)\\+\" \"\\+\\(|,| ?}} \\{\\{ ?)\\1\\.lastName");
    static final String MOMENT = "normal:\"YYYY-MM-DD[T]HH:mm:ss\",long:\"LLLL\"";
    static final String MOMENT_IN_THE_LANGUAGE = "normal:\"L LT\",long:\"LLLL\"";
    static final String LOADER = "urlArgs:\"bust=\"";
    static final String PATIENT_LOADER = "waitSeconds:0," + LOADER;
    static final String HEADING = "{{title}} {{\\'AUTHORIZATION_AUTHORIZATIONS\\' | translate}}";
    static final String HEADING_IN_ANY_ORDER = "{{\\'AUTHORIZATION_AUTHORIZATIONS\\' | translate}}: {{title}}";

    private static final String LISTENS =
            "((()=>(n.addEventListener(\"keydown\",i),()=>{n.removeEventListener(\"keydown\",i)})))";
    /** What is replaced in the library of forms, and by what. */
    static final Map<String, String> LIBRARY = Map.of(
            "r.u=!0;var s=r.shouldComponentUpdate;r.shouldComponentUpdate=",
            "r.u=!0;var s=r.shouldComponentUpdate,f=r.componentWillUpdate;"
                    + "r.componentWillUpdate=function(e,t,n){if(this.__e){var i=s;s=void "
                    + "0,this.shouldComponentUpdate(e,t,n),s=i}f&&f.call(this,e,t,n)};r.shouldComponentUpdate=",
            "l.useEffect" + LISTENS, "l.useLayoutEffect" + LISTENS);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // patterns, because an exact address would be looked up whole below the folder
        WEBAPPS.forEach(webapp -> serve(registry.addResourceHandler("/camunda/app/%s/*.js".formatted(webapp))
                .addResourceLocations(FOLDER.formatted(webapp)), WebappPatch::patched));
        serve(registry.addResourceHandler("/camunda/lib/*.js").addResourceLocations(LIBRARIES),
                script -> replaced(script, LIBRARY));
    }

    /** Patched once, and packed once for browsers that unpack it. */
    private static void serve(ResourceHandlerRegistration scripts, UnaryOperator<String> change) {
        scripts.resourceChain(false).addTransformer(new Packed())
                .addTransformer(new CachingResourceTransformer(new ConcurrentMapCache("scripts")))
                .addTransformer(new Patch(change));
    }

    private record Patch(UnaryOperator<String> change) implements ResourceTransformer {

        @Override
        public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
                throws IOException {
            var transformed = chain.transform(request, resource);
            return new TransformedResource(transformed, change.apply(
                    transformed.getContentAsString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
    }

    static String patched(String script) {
        var patched = replaced(script, TASKLIST).replace(HEADING, HEADING_IN_ANY_ORDER)
                .replace(MOMENT, MOMENT_IN_THE_LANGUAGE).replace(LOADER, PATIENT_LOADER);
        return GIVEN_NAME_FIRST.matcher(patched).replaceAll("$1.lastName$2$1.firstName");
    }

    private static String replaced(String script, Map<String, String> changes) {
        var replaced = script;
        for (var change : changes.entrySet()) {
            replaced = replaced.replace(change.getKey(), change.getValue());
        }
        return replaced;
    }
}
