package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

import vn.phongtrao.refusal.Refusal;

/** Templates that an organisation brings show what they are given, and run nothing. */
class ClosedTemplatesTest {

    private static final String PROBE = "phongtrao.probe";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Map<String, String> files = new HashMap<>(Map.of("oath/secret", "<p th:fragment=\"x\">secret</p>"));

    /** What a paper is about. */
    record Person(String name, List<String> titles, LocalDate born, Rank rank) {

        public String initials() {
            return name.substring(0, 1);
        }

        public String titled(String title) {
            return title + " " + name;
        }

        public void forget() {
            System.setProperty(PROBE, "ran");
        }

        String hidden() {
            return "hidden";
        }
    }

    enum Rank {
        CHIEF
    }

    /** An object that has no business in a template, but was given to it. */
    static class Service {

        public String getSecret() {
            return System.setProperty(PROBE, "ran");
        }

        public void erase() {
            System.setProperty(PROBE, "ran");
        }
    }

    private final Person person = new Person("Nguyễn <b>Mẫu</b> ${1+1}", List.of("Trưởng", "Phó"),
            LocalDate.of(1985, 5, 20), Rank.CHIEF);

    @BeforeEach
    @AfterEach
    void nothingRan() {
        assertThat(System.getProperty(PROBE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${T(java.lang.Runtime)}", "${T(java.lang.System).setProperty('phongtrao.probe', 'ran')}",
            "${T(System).getenv('PATH')}", "${new java.lang.ProcessBuilder('true').start()}", "${new String('x')}",
            "${@environment}", "${@environment.getProperty('phongtrao.citizen-key')}", "${&environment}",
            "${content.getClass()}", "${content.class}", "${content.class.classLoader}", "${content['class']}",
            "${content.name.getClass().forName('java.lang.Runtime')}", "${content.name.bytes}",
            "${content.name.length()}", "${''.getClass()}", "${''.class}", "${'x'.concat('y')}", "${{1}.getClass()}",
            "${content.titles.stream()}", "${content.rank.declaringClass}", "${content.born.getClass()}",
            "${content.getClass().getClassLoader()}", "${content.titled('x')}", "${content.forget()}",
            "${content.forget}", "${content.hidden}", "${content.notThere}", "${service.secret}",
            "${service.getSecret()}", "${service.erase()}", "${service['secret']}", "${content.name = 'x'}",
            "${content.titles.add('x')}", "${content.titles[0] = 'x'}", "${map['x'] = 'y'}", "${map.put('x', 'y')}",
            "${x = 1}", "${#strings.getClass()}", "${#strings.class}", "${#lists.class.classLoader}", "${#ctx}",
            "${#ctx.getVariable('content')}", "${#vars}", "${#root}", "${#this}", "${#request}", "${#response}",
            "${#session}", "${#servletContext}", "${#execInfo}", "${#locale}", "${#conversions}", "${#objects}",
            "${#uris}", "${#mvc}", "${#themes}", "${#fields}", "${param.x}", "${session.x}", "${application.x}",
            "${notThere}", "${context}", "${content.titles.![getClass()]}",
            "${content.titles.?[#this.getClass() != null]}", "*{T(java.lang.Runtime)}", "*{content.class}",
            "${{content.class}}", "__${content.name}__", "__${T(java.lang.Runtime)}__", "${__${content.name}__}",
            "${2 ^ 2}", "${content.titles.size ^ 999999999}", "${#lists.size(content.titles) ^ 999999999}",
            "@{/x}", "@{${T(java.lang.Runtime)}}", "#{${T(java.lang.Runtime)}}", "|x ${T(java.lang.Runtime)}|"})
    void anAttackIsRefusedWhereverItStands(String attack) {
        assertRefused("<p th:text=\"%s\">x</p>".formatted(attack));
        assertRefused("<p th:if=\"%s\">x</p>".formatted(attack));
        assertRefused("<p th:each=\"x : %s\">x</p>".formatted(attack));
        assertRefused("<p th:with=\"x=%s\" th:text=\"${x}\">x</p>".formatted(attack));
        assertRefused("<p th:data-x=\"%s\">x</p>".formatted(attack));
        assertRefused("<p>[[%s]]</p>".formatted(attack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~{../../../etc/passwd :: x}", "~{/etc/passwd}", "~{oath/../oath/secret :: x}",
            "~{oath//secret :: x}",
            "~{classpath:application}", "~{file:/etc/passwd}", "~{http://127.0.0.1/x}", "~{${content.name} :: x}",
            "~{templates/layout :: page}", "~{dossier/sheet :: sheet}", "~{oath/secret.html :: x}"})
    void noOtherTemplateIsReached(String fragment) {
        assertRefused("<p th:insert=\"%s\">x</p>".formatted(fragment));
        assertRefused("<p th:replace=\"%s\">x</p>".formatted(fragment));
        assertRefused("<p th:text=\"%s\">x</p>".formatted(fragment));
        assertRefused("<p>[[%s]]</p>".formatted(fragment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p th:utext=\"${content.name}\">x</p>", "<p>[(${content.name})]</p>",
            "<p data-th-utext=\"${content.name}\">x</p>",
            "<script th:inline=\"javascript\">[[${content.name}]]</script>",
            "<p th:inline=\"text\">[(${content.name})]</p>", "<p th:object=\"${content}\" th:text=\"*{name}\">x</p>",
            "<p th:attr=\"onclick=${content.name}\">x</p>", "<p th:onclick=\"${content.name}\">x</p>",
            "<p th:include=\"~{oath/secret :: x}\">x</p>", "<p th:assert=\"${content.name}\">x</p>",
            "<p th:insert=\"~{../oath/secret :: x}\">x</p>", "<p th:replace=\"../../etc/passwd\">x</p>",
            "<p th:insert=\"~{::x(${T(java.lang.Runtime)})}\"><i th:fragment=\"x(y)\">y</i></p>"})
    void whatIsNoTextIsRefused(String template) {
        assertRefused(template);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', value = {"${content.initials} § N", "${content.titles[1]} § Phó",
            "${content['rank']} § CHIEF", "${#strings.toUpperCase(content.titles[0])} § TRƯỞNG",
            "${#temporals.format(content.born, 'dd/MM/yyyy')} § 20/05/1985", "${#lists.size(content.titles)} § 2",
            "${#numbers.formatInteger(1234567, 1, 'POINT')} § 1.234.567",
            "${content.titles == null ? 'không' : 'có'} § có", "${map.key} § value",
            "${map.key + ', ' + content.rank} § value, CHIEF", "|${map.key}: ${content.titles[0]}| § value: Trưởng",
            "#{greeting(${content.titles[0]})} § Chào Trưởng",
            "${#messages.msgOrNull('nothing')} ?: 'không có' § không có", "~{oath/secret :: x} § <p>secret</p>",
            "${content.name} § Nguyễn &lt;b&gt;Mẫu&lt;/b&gt; ${1+1}"})
    void aTemplateShowsWhatItIsGiven(String expression, String shown) {
        var element = expression.startsWith("~") ? "<div th:insert=\"%s\"></div>" : "<div th:text=\"%s\"></div>";

        assertThat(fill(element.formatted(expression))).isEqualTo("<div>%s</div>".formatted(shown));
    }

    /** CVE-2026-59283: compiled, an expression would lose guards; a machine's setting compiles all that do not say no. */
    @Test
    void noExpressionIsCompiledWhateverTheMachineSays() throws Exception {
        var asked = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                "-Dspring.expression.compiler.mode=immediate", Mode.class.getName()).redirectErrorStream(true).start();

        assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("OFF");
    }

    static class Mode {

        public static void main(String[] arguments) {
            var parser = ReflectionTestUtils.getField(ClosedExpressions.class, "PARSER");
            System.out.print(((SpelParserConfiguration) ReflectionTestUtils.getField(parser, "configuration")).getCompilerMode());
        }
    }

    @Test
    void rowsKnowWhereTheyAre() {
        assertThat(fill("<i th:each=\"title, row : ${content.titles}\" th:text=\"|${row.count}/${row.size} ${title}"
                + "${row.last ? '.' : ';'}|\"></i>")).isEqualTo("<i>1/2 Trưởng;</i><i>2/2 Phó.</i>");
    }

    @Test
    void aTemplateThatInsertsItselfIsRefused() {
        assertRefused("<p th:insert=\"~{oath/paper}\">x</p>");
    }

    @Test
    void theRefusalNamesTheTemplateAndItsLine() {
        assertThatThrownBy(() -> fill("<p>\n<b th:text=\"${@environment}\"></b></p>")).isInstanceOf(Refusal.class)
                .hasMessageContaining("Mẫu \"oath/paper\", dòng 2");
    }

    private void assertRefused(String template) {
        var filled = new AtomicReference<String>();
        assertThat(catchThrowable(() -> filled.set(fill(template)))).as("%s gives %s", template, filled)
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN));
        assertThat(System.getProperty(PROBE)).as(template).isNull();
    }

    private String fill(String template) {
        files.put("oath/paper", template);
        var messages = new StaticMessageSource();
        messages.addMessage("greeting", VIETNAMESE, "Chào {0}");
        return new ClosedTemplates(this::find, messages).fill("oath/paper",
                Map.of("content", person, "map", new HashMap<>(Map.of("key", "value")), "service", new Service(),
                        "array", Arrays.asList(1, 2)), VIETNAMESE);
    }

    private Optional<Resource> find(String name) {
        return Optional.ofNullable(files.get(name))
                .map(text -> new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
