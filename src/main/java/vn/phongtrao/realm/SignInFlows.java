package vn.phongtrao.realm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The flows that the file names. One that differs is made anew beside the one in use, which is left only then: whenever this breaks off,
 * people sign in by one of the two, and the next run goes on.
 */
final class SignInFlows {

    private static final String FORMER = "~former";
    /** Settings of the realm that name a flow. */
    private static final List<String> USES = List.of("browserFlow", "directGrantFlow", "registrationFlow", "resetCredentialsFlow",
            "clientAuthenticationFlow", "firstBrokerLoginFlow");

    private final Keycloak keycloak;
    private final String realm;

    SignInFlows(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Exported exported, Differences differences) {
        var told = new Flow(file.path("authenticationFlows"), file.path("authenticatorConfig"));
        var found = new Flow(exported.flows(), exported.authenticatorConfig());
        told.ways().forEach(way -> {
            var place = "Luồng đăng nhập " + way;
            if (!found.has(way)) {
                differences.add(place, "chưa có, sẽ thêm", () -> make(way, told));
            } else if (!told.lines(way).equals(found.lines(way))) {
                differences.add(place, words(told.lines(way), found.lines(way)), () -> make(way, told));
            } else if (found.has(way + FORMER)) {
                differences.add(place, "luồng cũ còn lại, sẽ bỏ", () -> removeFormer(way));
            }
        });
    }

    private static String words(List<String> told, List<String> found) {
        var change = Values.change(new LinkedHashSet<>(found), new LinkedHashSet<>(told));
        return change.isEmpty() ? "thứ tự các bước khác với tệp, sẽ lập lại" : change;
    }

    private void make(String way, Flow told) {
        var now = now();
        if (now.has(way) && now.has(way + FORMER)) {
            remove(now, used(way + FORMER) ? way : way + FORMER);
        }
        setAside(way);
        removeBegun(way, told);
        build(way, told);
        removeFormer(way);
    }

    /** Its steps first: as long as the whole has its name, it is told from the file's, and this is done again. */
    private void setAside(String way) {
        var now = now();
        var inUse = now.has(way) ? way : way + FORMER;
        if (now.has(inUse)) {
            var parts = new ArrayList<>(now.tree(inUse));
            Collections.reverse(parts);
            parts.stream().filter(part -> !part.endsWith(FORMER)).forEach(part -> rename(now.flow(part), part + FORMER));
        }
    }

    /** What an earlier run made and had not yet put where it belongs. */
    private void removeBegun(String way, Flow told) {
        told.tree(way).forEach(part -> {
            var now = now();
            if (now.has(part)) {
                remove(now, part);
            }
        });
    }

    private Flow now() {
        var exported = Exported.of(keycloak, realm);
        return new Flow(exported.flows(), exported.authenticatorConfig());
    }

    private void removeFormer(String way) {
        var former = way + FORMER;
        var settings = keycloak.get("/realms/{realm}", realm);
        USES.stream().filter(use -> former.equals(settings.path(use).asText()))
                .forEach(use -> keycloak.put(Values.object().put(use, way), "/realms/{realm}", realm));
        var now = now();
        if (now.has(former)) {
            remove(now, former);
        }
    }

    private boolean used(String way) {
        var settings = keycloak.get("/realms/{realm}", realm);
        return USES.stream().anyMatch(use -> way.equals(settings.path(use).asText()));
    }

    /** With all below it. */
    private void remove(Flow flows, String alias) {
        keycloak.delete(null, "/realms/{realm}/authentication/flows/{id}", realm, flows.flow(alias).path("id").asText());
    }

    private void rename(JsonNode flow, String alias) {
        var renamed = (ObjectNode) flow.deepCopy();
        renamed.remove("authenticationExecutions");
        keycloak.put(renamed.put("alias", alias), "/realms/{realm}/authentication/flows/{id}", realm, flow.path("id").asText());
    }

    private void build(String way, Flow told) {
        Map<String, String> ids = new HashMap<>();
        told.tree(way).forEach(part -> {
            var flow = (ObjectNode) told.flow(part).deepCopy();
            flow.remove("authenticationExecutions");
            ids.put(part, keycloak.create(flow, "/realms/{realm}/authentication/flows", realm));
        });
        told.tree(way).forEach(part -> told.steps(part).forEach(step -> {
            var execution = (ObjectNode) step.deepCopy();
            execution.remove(List.of("flowAlias", "authenticatorConfig"));
            execution.put("parentFlow", ids.get(part));
            if (step.hasNonNull("flowAlias")) {
                execution.put("flowId", ids.get(step.path("flowAlias").asText()));
            }
            var id = keycloak.create(execution, "/realms/{realm}/authentication/executions", realm);
            if (!told.config(step).isEmpty()) {
                // names of configurations are given once, and the flow in use has its own
                keycloak.add(Values.object().put("alias", step.path("authenticatorConfig").asText() + " " + id)
                        .set("config", told.config(step)), "/realms/{realm}/authentication/executions/{id}/config", realm, id);
            }
        }));
    }
}
