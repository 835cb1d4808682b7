package vn.phongtrao.workflow.closed;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

import vn.phongtrao.refusal.Refusal;

/** No scripts: neither of tasks, listeners, conditions and mappings, nor from files beside them. */
final class NoScripts {

    private NoScripts() {
    }

    private static Refusal refused() {
        return Refusal.broken(null, "Mô hình, bảng và biểu mẫu không được chứa mã lệnh (script)");
    }

    /** Has no engine for any language. */
    static final class Engines implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // plug-ins may offer theirs
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw refused();
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean fromCache) {
            throw refused();
        }
    }

    /** Makes no script, so that a model with one is not even read. */
    static final class Factory extends ScriptFactory {

        @Override
        public ExecutableScript createScriptFromResource(String language, String resource) {
            throw refused();
        }

        @Override
        public ExecutableScript createScriptFromResource(String language, Expression resource) {
            throw refused();
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            throw refused();
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, Expression source) {
            throw refused();
        }
    }
}
