package vn.phongtrao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How the fields of pages look. */
class NeededFieldsTest {

    /** One that is the only field, one that is filled in already and a file, which is chosen by a button, ask for themselves. */
    @ParameterizedTest
    @MethodSource("templates")
    void aFieldThatMustBeFilledInCarriesAStar(File template) throws Exception {
        var page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(template).getDocumentElement();

        assertThat(elements(page, "label").filter(NeededFieldsTest::needed).filter(label -> !alone(label))
                .filter(label -> elements(label, "b").noneMatch(star -> star.getAttribute("class").equals("needed")))
                .map(label -> label.getTextContent().strip())).isEmpty();
    }

    /** Several lines stay several lines, and long texts have room, wherever a page asks for it. */
    @Test
    void whatAPageCallsLinesAndWholeIsSoInAllPages() throws IOException {
        var looks = Files.readString(Path.of("src/main/resources/static/dossier/dossier.css"));

        assertThat(looks).containsPattern("(?m)^\\.dossier \\.lines \\{ white-space: pre-line;")
                .containsPattern("(?m)^\\.dossier \\.query \\.whole \\{ flex-basis: 100%;")
                .containsPattern("(?m)^\\.dossier \\.query \\.whole textarea \\{ width: 100%;");
    }

    static List<File> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).map(Path::toFile).sorted().toList();
        }
    }

    private static boolean needed(Element label) {
        return Stream.of("input", "textarea", "select").flatMap(name -> elements(label, name)).anyMatch(field ->
                field.hasAttribute("required") && !field.hasAttribute("th:value") && !field.getAttribute("type").equals("file"));
    }

    private static boolean alone(Element label) {
        for (Node at = label; at instanceof Element element; at = at.getParentNode()) {
            if (element.getTagName().equals("form")) {
                return elements(element, "label").count() == 1 && !elements(element, "button").anyMatch(button ->
                        button.getAttribute("class").equals("main"));
            }
        }
        return true;
    }

    private static Stream<Element> elements(Element page, String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }
}
