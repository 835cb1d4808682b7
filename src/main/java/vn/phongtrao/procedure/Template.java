package vn.phongtrao.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.springframework.core.ResolvableType;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

import vn.phongtrao.edition.Finding;

/** A template that is read element by element; what is in scope grows and shrinks with loops. */
class Template extends DefaultHandler2 {

    /** Reading an expression would evaluate what stands between {@code __}, were it not closed. */
    private static final ExpressionContext CONTEXT = new ExpressionContext(ClosedTemplates.reading());
    private static final String PREFIX = "th:";
    private static final Pattern LOOP = Pattern.compile("\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?:(.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("[\\w-]+\\s*\\((.*)\\)\\s*");
    private static final Pattern LOCAL = Pattern.compile("(\\w+)\\s*=");
    private static final Pattern INLINED = Pattern.compile("\\[\\[(.*?)]](?!])", Pattern.DOTALL);

    private final String file;
    private final List<Finding> findings;
    private final Deque<Map<String, Kind>> scopes = new ArrayDeque<>();
    private final boolean known;
    private final StringBuilder text = new StringBuilder();
    private Locator locator;

    /** @param variables what it is filled with; empty where that is not known */
    Template(String file, Optional<Map<String, Kind>> variables, List<Finding> findings) {
        this.file = file;
        this.known = variables.isPresent();
        this.findings = findings;
        scopes.push(variables.orElse(Map.of()));
    }

    /** The types that a value may have; none where nothing is known of it. */
    record Kind(List<ResolvableType> types) {

        static final Kind UNKNOWN = new Kind(List.of());

        static Kind of(ResolvableType type) {
            var raw = type.resolve();
            return raw == null || raw == Object.class || raw == Record.class || Map.class.isAssignableFrom(raw)
                    ? UNKNOWN : new Kind(List.of(type));
        }

        /** What a loop over it gives. */
        Kind element() {
            return types.stream().findFirst().map(type -> type.isArray() ? of(type.getComponentType())
                    : of(type.as(Iterable.class).getGeneric(0))).orElse(UNKNOWN);
        }
    }

    void read(byte[] xml) throws SAXException, IOException {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var parser = factory.newSAXParser();
            parser.setProperty("http://xml.org/sax/properties/declaration-handler", this);
            parser.parse(new ByteArrayInputStream(xml), this);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void setDocumentLocator(Locator here) {
        this.locator = here;
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId) {
        return new InputSource(new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public void internalEntityDecl(String name, String value) throws SAXException {
        throw new SAXException("entity " + name);
    }

    @Override
    public void externalEntityDecl(String name, String publicId, String systemId) throws SAXException {
        throw new SAXException("entity " + name);
    }

    private void add(String problem, String advice) {
        findings.add(new Finding(file, "dòng %d".formatted(locator.getLineNumber()), problem, advice));
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        inlined();
        Map<String, Kind> scope = new HashMap<>(scopes.peek());
        scopes.push(scope);
        var loop = attributes.getValue("th:each");
        if (loop != null) {
            loop(loop, scope);
        }
        local(attributes.getValue("th:with"), scope);
        parameters(attributes.getValue("th:fragment"), scope);
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.getQName(i), attributes.getValue(i));
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        inlined();
        scopes.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    private void inlined() {
        var content = text.toString();
        text.setLength(0);
        if (content.contains("[(")) {
            add("Mẫu chèn nội dung không qua kiểm soát: [(…)]", "Dùng [[…]] hoặc th:text");
        }
        INLINED.matcher(content).results().forEach(found -> expression(found.group(1)));
    }

    private void loop(String text, Map<String, Kind> scope) {
        var loop = LOOP.matcher(text);
        if (!loop.matches()) {
            add("Vòng lặp \"%s\" sai cú pháp".formatted(text), "Viết th:each=\"row : ${rows}\"");
            return;
        }
        var over = variables(loop.group(3)).stream().reduce((first, last) -> last).orElse(Kind.UNKNOWN);
        scope.put(loop.group(1), over.element());
        scope.put(loop.group(2) == null ? loop.group(1) + "Stat" : loop.group(2), Kind.UNKNOWN);
    }

    private static void local(String text, Map<String, Kind> scope) {
        if (text != null) {
            LOCAL.matcher(text).results().forEach(found -> scope.put(found.group(1), Kind.UNKNOWN));
        }
    }

    private static void parameters(String text, Map<String, Kind> scope) {
        var parameters = PARAMETERS.matcher(text == null ? "" : text);
        if (parameters.matches()) {
            for (var name : parameters.group(1).split(",")) {
                scope.put(name.strip(), Kind.UNKNOWN);
            }
        }
    }

    private void attribute(String name, String value) {
        if (name.startsWith("data-th-")
                || name.startsWith(PREFIX) && !ClosedDialect.allows(name.substring(PREFIX.length()))) {
            add("Mẫu dùng \"%s\" là thứ không được dùng".formatted(name), name.endsWith("utext") ? "Dùng th:text"
                    : "Bỏ đi, hoặc dùng th:text, th:if, th:each");
        } else if (name.startsWith(PREFIX)) {
            switch (name.substring(PREFIX.length())) {
                case "each", "fragment" -> {
                    // read with the element
                }
                case "with" -> variables(value);
                default -> expression(value);
            }
        }
    }

    /** An expression of the template language, with the values in it. */
    private void expression(String text) {
        if (text.contains("__")) {
            add("Mẫu tính biểu thức hai lần: \"%s\"".formatted(text), "Bỏ các dấu __");
            return;
        }
        if (text.contains("@{")) {
            add("Mẫu dùng \"@{…}\" là thứ không được dùng", "Viết địa chỉ là chữ: th:href=\"|/awards/${id}|\"");
            return;
        }
        try {
            StandardExpressions.getExpressionParser(CONTEXT.getConfiguration()).parseExpression(CONTEXT, text);
        } catch (TemplateProcessingException broken) {
            add("Biểu thức \"%s\" sai cú pháp".formatted(text), "Sửa lại biểu thức");
            return;
        }
        variables(text);
    }

    /** The values that a text asks for, each judged. */
    private List<Kind> variables(String text) {
        List<Kind> kinds = new ArrayList<>();
        for (var value : Braces.in(text)) {
            kinds.add(new Asked(value, known, scopes.peek(), this::add).kind());
        }
        return kinds;
    }

    /** Finds {@code ${…}} and {@code *{…}} with what they enclose. */
    private static final class Braces {

        private static final Set<Character> QUOTES = Set.of('\'', '"');

        static List<String> in(String text) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i + 1 < text.length(); i++) {
                if (text.charAt(i + 1) == '{' && (text.charAt(i) == '$' || text.charAt(i) == '*')) {
                    var end = end(text, i + 2);
                    found.add(text.substring(i + 2, end));
                    i = end;
                }
            }
            return found;
        }

        private static int end(String text, int start) {
            int depth = 1;
            char quote = 0;
            for (int i = start; i < text.length(); i++) {
                var c = text.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (QUOTES.contains(c)) {
                    quote = c;
                } else if (c == '{') {
                    depth++;
                } else if (c == '}' && --depth == 0) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
