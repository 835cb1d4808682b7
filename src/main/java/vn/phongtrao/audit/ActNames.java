package vn.phongtrao.audit;

import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.phongtrao.language.Labels;

/** Acts in words: the program's own by label, those over HTTP as the description of the API has them. */
@Component
class ActNames {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Map<String, String> described;

    ActNames(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** @return the act itself, where it has no words */
    String of(String act) {
        return Labels.find("audit-act." + act).orElseGet(() -> described().getOrDefault(act, act));
    }

    private Map<String, String> described() {
        if (described == null) {
            Map<String, String> all = new TreeMap<>();
            mappings.orderedStream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream()).forEach(one -> {
                var operation = one.getValue().getMethodAnnotation(Operation.class);
                if (operation != null) {
                    one.getKey().getMethodsCondition().getMethods().forEach(method -> one.getKey().getPatternValues()
                            .forEach(pattern -> all.put(method + " " + pattern, operation.summary())));
                }
            });
            described = all;
        }
        return described;
    }
}
