package vn.phongtrao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a script has to hear cannot be pressed before that script is there: the press would be lost without a word. */
class PagesWaitForScriptsTest {

    private static final List<String> CONTROLS = List.of("button", "input", "select");

    @ParameterizedTest
    @MethodSource("templates")
    void whatNeedsAScriptWaitsForIt(File template) throws Exception {
        var page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(template).getDocumentElement();

        assertThat(CONTROLS.stream().flatMap(name -> elements(page, name)).filter(PagesWaitForScriptsTest::needsAScript)
                .filter(control -> !waits(control)).map(PagesWaitForScriptsTest::written)).isEmpty();
    }

    static List<File> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).map(Path::toFile).sorted().toList();
        }
    }

    private static Stream<Element> elements(Element page, String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }

    /** Neither a browser's own doing, such as sending a form to an address, nor a field whose value is read later. */
    private static boolean needsAScript(Element control) {
        return switch (control.getTagName()) {
            case "button" -> !control.hasAttribute("popovertarget")
                    && (control.getAttribute("type").equals("button") || !sends(control));
            case "input" -> control.getAttribute("type").equals("file");
            default -> control.hasAttribute("data-refile");
        };
    }

    private static boolean sends(Element control) {
        return control.hasAttribute("form") || around(control).stream().anyMatch(element ->
                element.getTagName().equals("form") && element.hasAttribute("method"));
    }

    /** Disabled or out of sight; scripts alone open dialogs. */
    private static boolean waits(Element control) {
        return control.hasAttribute("disabled") || around(control).stream().anyMatch(element ->
                element.hasAttribute("hidden") || element.getTagName().equals("dialog"));
    }

    /** The control, and what it lies in. */
    private static List<Element> around(Element control) {
        List<Element> around = new ArrayList<>();
        for (Node at = control; at instanceof Element element; at = at.getParentNode()) {
            around.add(element);
        }
        return around;
    }

    private static String written(Element control) {
        var attributes = control.getAttributes();
        return control.getTagName() + IntStream.range(0, attributes.getLength())
                .mapToObj(at -> " " + attributes.item(at)).toList();
    }
}
