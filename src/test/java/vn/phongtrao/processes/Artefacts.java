package vn.phongtrao.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The files of {@code processes/}, found by their ending. */
final class Artefacts {

    static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Composed text with at least one letter that English does not have. */
    static final Pattern VIETNAMESE = Pattern.compile("(?s).*[^\\p{ASCII}].*");

    static final Pattern DAYS = Pattern.compile("P[1-9][0-9]*D");

    private static final Path ROOT = Path.of("processes");

    private Artefacts() {
    }

    static List<Path> endingWith(String ending) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of a file without its ending. */
    static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The values that an XPath without namespaces, such as {@code //@id}, finds in an XML file. */
    static List<String> values(Path file, String xpath) {
        try {
            var found = (NodeList) XPathFactory.newInstance().newXPath()
                    .evaluate(xpath, parse(file), XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getNodeValue()).toList();
        } catch (Exception broken) {
            throw new IllegalStateException(file.toString(), broken);
        }
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
