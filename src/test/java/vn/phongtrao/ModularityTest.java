package vn.phongtrao;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    /** From the ground up; modules know their own floor and those below. */
    private static final Map<String, Set<String>> FLOORS = new LinkedHashMap<>();

    static {
        FLOORS.put("Ground", Set.of("absence", "unit", "calendar", "holiday", "security", "language", "refusal", "citizen", "text", "sheet",
                "turn", "api", "audit", "register", "hamlet", "organisation", "edition", "province", "realm", "outbox", "law", "campaign", "watch", "command"));
        FLOORS.put("Rules", Set.of("procedure"));
        FLOORS.put("Dossier", Set.of("dossier", "document", "authority", "decision", "press", "retention", "signing", "talk"));
        FLOORS.put("Procedures", ProcedurePackages.all());
        FLOORS.put("Engine room", Set.of("workflow"));
        FLOORS.put("Desk", Set.of("archive", "backup", "desk", "disclosure", "notification", "reorganisation", "rulebook", "statistics",
                "webhook", "workload"));
    }

    /** What each module knows; reading it takes a second or two. */
    private static final Map<String, Set<String>> KNOWN = known();

    private static final Path PICTURE = Path.of("docs", "modules.puml");

    @Test
    void modulesUseOnlyWhatOthersShow() {
        MODULES.verify();
    }

    @Test
    void modulesKnowNothingOfTheFloorsAboveThem() {
        assertThat(KNOWN.keySet()).containsExactlyInAnyOrderElementsOf(
                FLOORS.values().stream().flatMap(Set::stream).toList());
        KNOWN.forEach((module, others) -> others.forEach(other ->
                assertThat(floor(other)).as("%s knows %s", module, other).isLessThanOrEqualTo(floor(module))));
    }

    @Test
    void theEngineRoomAndTheProceduresDoNotKnowEachOther() {
        var procedures = FLOORS.get("Procedures");
        assertThat(KNOWN.get("workflow")).doesNotContainAnyElementsOf(procedures);
    }

    @Test
    void theDrawingInTheDocumentationShowsTheModulesAsTheyAre() throws IOException {
        var drawing = drawing();
        if (Boolean.getBoolean("docs.renew")) {
            Files.writeString(PICTURE, drawing);
            draw(drawing, PICTURE.resolveSibling("modules.svg"));
        }
        assertThat(Files.readString(PICTURE))
                .as("renew it with ./mvnw test -Dtest=ModularityTest -Ddocs.renew=true").isEqualTo(drawing);
    }

    private static Map<String, Set<String>> known() {
        return MODULES.stream().collect(Collectors.toMap(module -> module.getIdentifier().toString(), module ->
                module.getDirectDependencies(MODULES).stream().map(dependency -> dependency.getTargetModule())
                        .map(ApplicationModule::getIdentifier).map(Object::toString).collect(Collectors.toSet()),
                (one, same) -> one, TreeMap::new));
    }

    private static int floor(String module) {
        return List.copyOf(FLOORS.values()).indexOf(FLOORS.values().stream()
                .filter(floor -> floor.contains(module)).findFirst().orElseThrow());
    }

    /** Floors as frames; an arrow is left out where the way leads through another module anyway. */
    private static String drawing() {
        var frames = FLOORS.entrySet().stream().map(floor -> "package \"%s\" {\n%s}\n".formatted(floor.getKey(),
                floor.getValue().stream().sorted().map("  [%s]\n"::formatted).collect(joining()))).collect(joining());
        var arrows = KNOWN.entrySet().stream().flatMap(module -> module.getValue().stream().sorted()
                .filter(other -> !aroundTheCorner(module.getValue(), other))
                .map(other -> "[%s] --> [%s]\n".formatted(module.getKey(), other))).collect(joining());
        return "@startuml\n!pragma layout smetana\nskinparam shadowing false\n" + frames + arrows + "@enduml\n";
    }

    private static boolean aroundTheCorner(Set<String> others, String target) {
        return others.stream().filter(other -> !other.equals(target))
                .anyMatch(other -> KNOWN.get(other).contains(target));
    }

    private static void draw(String drawing, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new SourceStringReader(drawing).outputImage(out, new FileFormatOption(FileFormat.SVG));
        }
    }
}
