package vn.phongtrao.language;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Pages say everything in both languages, and nothing that is not among the texts. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PROCEDURES = Path.of("processes");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern ACCENTED = Pattern.compile("[\\p{L}&&[^\\p{ASCII}]]");
    /** The same in both languages. */
    private static final Pattern NAMES =
            Pattern.compile("Phong trào TDBVANTQ|đồng|\\b(?:Tasklist|Cockpit|Admin|PDF|ZIP|KB|MB|DOCX|XLSX|JPEG|PNG)\\b");

    /** What a page asks for by its whole key, and by the kind of a value. */
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)|\"((?:[\\w-]+\\.)+[\\w-]+)\"");
    private static final Pattern KIND =
            Pattern.compile("#\\{\\|((?:[\\w-]+\\.)+)\\$\\{|[\"']((?:[\\w-]+\\.)+)[\"'] \\+");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]](?!])", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
    private static final Set<String> SPOKEN = Set.of("aria-label", "title", "placeholder", "alt");

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndPlaceholders(Path bundle) {
        var vietnamese = texts(bundle);
        var english = texts(english(bundle));

        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        assertThat(english).allSatisfy((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(vietnamese.get(key))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmptyOrInTheOtherLanguage(Path bundle) {
        var vietnamese = texts(bundle);

        assertThat(texts(english(bundle))).allSatisfy((key, text) -> {
            assertThat(NAMES.matcher(text).replaceAll("")).as(key).doesNotContainPattern(ACCENTED);
            assertThat(vietnamese.get(key)).as(key).isNotBlank();
            if (LETTER.matcher(NAMES.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll("")).find()) {
                assertThat(vietnamese.get(key)).as(key).isNotEqualTo(text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void accentsAreComposedAndQuotesDoNotHidePlaceholders(Path bundle) {
        assertThat(Stream.of(bundle, english(bundle)).flatMap(file -> texts(file).values().stream()))
                .allSatisfy(text -> assertThat(text)
                        .matches(one -> Normalizer.isNormalized(one, Normalizer.Form.NFC)).doesNotContain("'"));
    }

    @Test
    void noKeyStandsInTwoFiles() {
        assertThat(bundles().flatMap(bundle -> texts(bundle).keySet().stream())).doesNotHaveDuplicates();
    }

    @Test
    void wordsOfAProcedureComeBeforeThoseForAllAndMayChange() {
        var texts = new Texts();
        assertThat(texts.getMessage("team-role.leader", null, Locale.ENGLISH)).isEqualTo("Leader");

        Map<String, byte[]> words = new TreeMap<>(Texts.delivered());
        words.put("oath/words.properties", "status.decided = Đã xong\noath.sworn = Đã tuyên thệ\n"
                .getBytes(StandardCharsets.UTF_8));
        words.put("oath/page.html", new byte[0]);
        texts.take(words);
        assertThat(Stream.of("status.decided", "oath.sworn", "team-role.leader", "status.suspended")
                .map(key -> texts.getMessage(key, null, Locale.forLanguageTag("vi"))))
                .containsExactly("Đã xong", "Đã tuyên thệ", "Tổ trưởng", "Tạm dừng");

        texts.take(Texts.delivered());
        assertThat(texts.getMessage("oath.sworn", null, null, Locale.ROOT)).isNull();
        assertThat(Labels.of("status.decided")).isNotEqualTo("Đã xong");
    }

    @Test
    void everyKeyThatIsAskedForIsThereAndEveryOtherIsNot() {
        var keys = bundles().flatMap(bundle -> texts(bundle).keySet().stream()).collect(toSet());
        var asked = asked(KEY);
        var kinds = asked(KIND);

        assertThat(templates().flatMap(file -> matches(Pattern.compile("#\\{([\\w.-]+)"), read(file))))
                .allMatch(keys::contains);
        assertThat(registerKeys()).isNotEmpty().allMatch(keys::contains);
        assertThat(kinds.stream().filter(kind -> templates().anyMatch(file -> read(file).contains("|" + kind))))
                .isNotEmpty().allMatch(kind -> keys.stream().anyMatch(key -> key.startsWith(kind)));
        var inTables = files(PROCEDURES).filter(file -> file.toString().endsWith(".dmn")).map(TextsTest::read).toList();
        assertThat(keys).allMatch(key -> asked.contains(key) || kinds.stream().anyMatch(key::startsWith)
                || inTables.stream().anyMatch(table -> table.contains("\"" + key.replaceFirst(".*\\.", "") + "\"")));
    }

    @Test
    void everyValueHasItsLabel() {
        assertThat(labelled()).hasSizeGreaterThan(8).allSatisfy(type -> {
            for (var value : type.getEnumConstants()) {
                assertThat(label(type).invoke(value)).asString().isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateSaysNothingByItself(Path template) throws Exception {
        List<String> said = new ArrayList<>();
        collect(document(template).getDocumentElement(), said);
        said.replaceAll(text -> NAMES.matcher(INLINED.matcher(text).replaceAll("")).replaceAll("").strip());
        assertThat(said).filteredOn(text -> LETTER.matcher(text).find()).isEmpty();
    }

    @Test
    void scriptsAndRegistersSayNothingByThemselves() {
        assertThat(Stream.concat(files(RESOURCES.resolve("static")), registers())
                .filter(file -> file.toString().matches(".*\\.(js|json)")))
                .isNotEmpty().allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(ACCENTED));
    }

    /** The Vietnamese ones. */
    static Stream<Path> bundles() {
        return Stream.concat(Stream.of("messages.properties", "labels.properties").map(RESOURCES::resolve),
                files(PROCEDURES).filter(file -> file.endsWith("words.properties")));
    }

    private static Path english(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName().toString().replace(".", "_en."));
    }

    static Stream<Path> templates() {
        return Stream.concat(files(RESOURCES.resolve("templates")), files(PROCEDURES)
                .filter(file -> !file.getParent().endsWith("papers")))
                .filter(file -> file.toString().endsWith(".html"));
    }

    private static Stream<Path> registers() {
        return Stream.concat(files(RESOURCES.resolve("registers")),
                files(PROCEDURES).filter(file -> file.toString().endsWith("register.json")));
    }

    /** What the body of an element says, unless it is replaced, and what its attributes say or quote. */
    private static void collect(Element element, List<String> said) {
        if (Set.of("style", "script").contains(element.getTagName())) {
            return;
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            if (SPOKEN.contains(attribute.getName())) {
                said.add(attribute.getValue());
            } else if (attribute.getName().startsWith("th:")) {
                matches(LITERAL, attribute.getValue()).filter(text -> ACCENTED.matcher(text).find()).forEach(said::add);
            }
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, said);
            } else if (child.getNodeType() == Node.TEXT_NODE && !element.hasAttribute("th:text")) {
                said.add(child.getNodeValue());
            }
        }
    }

    private static Document document(Path template) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(template.toFile());
    }

    private static Set<String> asked(Pattern pattern) {
        return Stream.of(files(SOURCES), templates(), registers()).flatMap(files -> files)
                .flatMap(file -> matches(pattern, read(file))).collect(toSet());
    }

    private static List<String> registerKeys() {
        return registers().flatMap(file -> matches(Pattern.compile("\"((?:[a-z-]+\\.)+[a-z-]+)\""), read(file)))
                .toList();
    }

    private static List<Class<?>> labelled() {
        return files(SOURCES).map(SOURCES::relativize).filter(file -> file.toString().endsWith(".java"))
                .map(file -> file.toString().replaceFirst("\\.java$", "").replace('/', '.'))
                .filter(name -> !name.endsWith("package-info")).flatMap(TextsTest::types)
                .filter(type -> type.isEnum() && label(type) != null).toList();
    }

    private static Stream<Class<?>> types(String name) {
        try {
            var type = Class.forName(name, false, TextsTest.class.getClassLoader());
            return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Method label(Class<?> type) {
        try {
            var label = type.getDeclaredMethod("label");
            label.setAccessible(true);
            return label;
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    private static Map<String, String> texts(Path bundle) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
