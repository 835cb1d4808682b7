package vn.phongtrao.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** {@code install/kubernetes}: Kubernetes understands each word, and nothing runs with more rights than it needs. */
class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("install/kubernetes");

    @FunctionalInterface
    private interface Schema {
        void check(JsonElement resource) throws IOException;
    }

    /** By {@code apiVersion kind}. Each refuses fields that it does not know, and misses those that must be. */
    private static final Map<String, Schema> SCHEMAS = Map.of("apps/v1 Deployment", V1Deployment::validateJsonElement,
            "batch/v1 CronJob", V1CronJob::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement, "v1 Namespace", V1Namespace::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    /** A resource of a file. */
    record Resource(String file, JsonObject json) {

        String kind() {
            return json.get("apiVersion").getAsString() + " " + json.get("kind").getAsString();
        }

        String name() {
            return json.getAsJsonObject("metadata").get("name").getAsString();
        }

        @Override
        public String toString() {
            return "%s: %s %s".formatted(file, kind(), name());
        }
    }

    static Stream<Resource> resources() throws IOException {
        var resources = new ArrayList<Resource>();
        for (var file : named()) {
            new Yaml().loadAll(Files.readString(FOLDER.resolve(file)))
                    .forEach(document -> resources.add(new Resource(file, new Gson().toJsonTree(document).getAsJsonObject())));
        }
        return resources.stream();
    }

    private static List<String> named() throws IOException {
        Map<String, Object> kustomization = new Yaml().load(Files.readString(FOLDER.resolve("kustomization.yaml")));
        return ((List<?>) kustomization.get("resources")).stream().map(String.class::cast).toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void kubernetesUnderstandsIt(Resource resource) throws IOException {
        assertThat(SCHEMAS).containsKey(resource.kind());
        SCHEMAS.get(resource.kind()).check(resource.json());
    }

    @Test
    void aWordThatKubernetesDoesNotKnowIsFound() throws IOException {
        var wrong = deployment("phongtrao").json().deepCopy();
        pod(wrong).addProperty("automountServiceToken", false);

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(wrong)).hasMessageContaining("automountServiceToken");
    }

    @Test
    void everyFileIsApplied() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(named());
        }
    }

    /** As the profile {@code restricted} of the namespace asks, and a read-only root. */
    @Test
    void containersHaveNoRightsAndLimits() throws IOException {
        assertThat(containers()).hasSize(4).allSatisfy(container -> {
            var security = container.getAsJsonObject("securityContext");
            assertThat(security.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
            assertThat(security.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
            assertThat(security.getAsJsonObject("capabilities").get("drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(container.getAsJsonObject("resources").getAsJsonObject("limits").has("memory")).isTrue();
        });
        assertThat(pods()).hasSize(3).allSatisfy(pod -> {
            var security = pod.getAsJsonObject("securityContext");
            assertThat(security.get("runAsNonRoot").getAsBoolean()).isTrue();
            assertThat(security.getAsJsonObject("seccompProfile").get("type").getAsString()).isEqualTo("RuntimeDefault");
            assertThat(pod.get("automountServiceAccountToken").getAsBoolean()).isFalse();
        });
    }

    @Test
    void whatRunsIsAskedWhetherItHasStartedLivesAndIsReady() throws IOException {
        assertThat(resources().filter(resource -> resource.kind().endsWith("Deployment"))
                .flatMap(resource -> elements(pod(resource.json()), "containers"))).hasSize(2)
                .allSatisfy(container -> assertThat(container.keySet()).contains("startupProbe", "livenessProbe", "readinessProbe"));
    }

    @Test
    void twoNodesOfWhichOneStays() throws IOException {
        assertThat(deployment("phongtrao").json().getAsJsonObject("spec").get("replicas").getAsInt()).isEqualTo(2);
        assertThat(resources().filter(resource -> resource.kind().endsWith("PodDisruptionBudget"))
                .map(resource -> resource.json().getAsJsonObject("spec").get("minAvailable").getAsInt())).containsExactly(1);
    }

    @Test
    void noVersionRunsWhileAnotherMigrates() throws IOException {
        assertThat(resources().filter(resource -> resource.kind().endsWith("Deployment"))
                .map(resource -> resource.json().getAsJsonObject("spec").getAsJsonObject("strategy").toString()))
                .hasSize(2).containsOnly("{\"type\":\"Recreate\"}");
    }

    @Test
    void keycloaksAdministratorsComeFromWhereItIsSaid() throws IOException {
        var limited = "nginx.ingress.kubernetes.io/whitelist-source-range";
        var paths = resources().filter(resource -> resource.kind().endsWith("Ingress")).collect(Collectors.partitioningBy(
                resource -> resource.json().getAsJsonObject("metadata").getAsJsonObject("annotations").has(limited),
                Collectors.flatMapping(KubernetesFilesTest::paths, Collectors.toList())));

        assertThat(paths.get(true)).containsExactly("id.example.vn/admin", "id.example.vn/realms/master");
        assertThat(paths.get(false)).containsExactly("phongtrao.example.vn/actuator", "phongtrao.example.vn/", "id.example.vn/realms/phongtrao", "id.example.vn/resources");
    }

    @Test
    void nobodyOutsideIsToldHowTheProgramIs() throws IOException {
        var backend = resources().filter(resource -> resource.kind().endsWith("Ingress"))
                .flatMap(resource -> elements(resource.json().getAsJsonObject("spec"), "rules"))
                .flatMap(rule -> elements(rule.getAsJsonObject("http"), "paths")).filter(path -> path.get("path").getAsString().equals("/actuator"))
                .map(path -> path.getAsJsonObject("backend").getAsJsonObject("service").get("name").getAsString());
        assertThat(backend).containsExactly("nobody");
        assertThat(resources().filter(resource -> resource.kind().endsWith("Service") && resource.name().equals("nobody")))
                .singleElement().satisfies(service -> assertThat(service.json().getAsJsonObject("spec").keySet()).doesNotContain("selector"));
    }

    @Test
    void whoWatchesReachesThePortAndNobodyElse() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("kustomization.yaml"))).contains("- PHONGTRAO_WATCH_PORT=8081\n", "- PHONGTRAO_WATCH_ADDRESS=0.0.0.0\n");
        assertThat(containers().stream().flatMap(container -> elements(container, "ports")).map(JsonObject::toString))
                .contains("{\"name\":\"watch\",\"containerPort\":8081}");
        assertThat(resources().filter(resource -> resource.kind().endsWith("NetworkPolicy") && resource.json().toString().contains("{\"port\":\"watch\"}"))
                .map(Resource::name)).containsExactly("watch");
        assertThat(resources().filter(resource -> resource.kind().endsWith("NetworkPolicy") && resource.json().toString().contains("{\"port\":\"management\"}"))
                .map(Resource::name)).containsExactly("watch-keycloak");
    }

    @Test
    void onlyWhatMigratesKnowsTheOwnerOfTables() throws IOException {
        assertThat(containers().stream().filter(container -> container.toString().contains("phongtrao-owner"))
                .map(container -> container.get("name").getAsString())).containsExactly("migrate");
    }

    @Test
    void noSecretLiesInAFile() throws IOException {
        assertThat(resources()).noneMatch(resource -> resource.kind().endsWith("Secret"));
        assertThat(Files.readString(FOLDER.resolve("kustomization.yaml"))).doesNotContain("secretGenerator", "PASSWORD", "SECRET", "KEY=");
        assertThat(containers().stream().flatMap(container -> elements(container, "env"))
                .filter(variable -> variable.has("value")).map(variable -> variable.get("name").getAsString()))
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|CITIZEN_KEY)"));
    }

    private static Stream<String> paths(Resource ingress) {
        return elements(ingress.json().getAsJsonObject("spec"), "rules").flatMap(rule -> elements(rule.getAsJsonObject("http"), "paths")
                .map(path -> rule.get("host").getAsString() + path.get("path").getAsString()));
    }

    private static List<JsonObject> containers() throws IOException {
        return pods().flatMap(pod -> Stream.of("initContainers", "containers").flatMap(part -> elements(pod, part))).toList();
    }

    private static Stream<JsonObject> pods() throws IOException {
        return resources().filter(resource -> resource.json().has("spec")).map(Resource::json)
                .filter(json -> json.getAsJsonObject("spec").has("template") || json.getAsJsonObject("spec").has("jobTemplate"))
                .map(json -> pod(json.getAsJsonObject("spec").has("jobTemplate") ? json.getAsJsonObject("spec").getAsJsonObject("jobTemplate") : json));
    }

    private static Stream<JsonObject> elements(JsonObject parent, String name) {
        return Optional.ofNullable(parent.getAsJsonArray(name)).stream()
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false)).map(JsonElement::getAsJsonObject);
    }

    private static Resource deployment(String name) throws IOException {
        return resources().filter(resource -> resource.kind().endsWith("Deployment") && resource.name().equals(name)).findAny().orElseThrow();
    }

    private static JsonObject pod(JsonObject template) {
        return template.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec");
    }
}
