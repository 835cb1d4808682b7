package vn.phongtrao.workflow.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class ComposedFormsTest {

    private static final String SUMMARY = "{'id': 'summary', 'components': [{'id': 'text', 'type': 'text'}]}";
    private static final String SIGN = "{'id': 'sign', 'components': [{'id': 'a', 'properties': {'part': 'summary'}}]}";

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void aProcedureWithASummaryHasEveryFrame() {
        files.put("oath/parts/summary.form", SUMMARY);
        files.put("review/frames/sign.form", SIGN);

        assertThat(compose()).isEqualTo(Map.of("oath-sign",
                json("{'id':'oath-sign','components':[{'id':'text','type':'text'}]}")));
    }

    @Test
    void aFormOfItsOwnTakesThePlaceOfTheFrame() {
        files.put("oath/parts/summary.form", SUMMARY);
        files.put("oath/oath-sign.form", "{'id': 'oath-sign', 'components': []}");
        files.put("review/frames/sign.form", SIGN);

        assertThat(compose()).isEqualTo(Map.of("oath-sign", json("{'id':'oath-sign','components':[]}")));
    }

    @Test
    void aProcedureWithoutASummaryHasItsOwnFormsOnly() {
        files.put("oath/oath-swear.form", "{'id': 'oath-swear', 'components': []}");
        files.put("review/frames/sign.form", SIGN);

        assertThat(compose()).containsOnlyKeys("oath-swear");
    }

    @Test
    void aPartMayBeAFileOfAnotherFolderAndHaveParts() {
        files.put("review/parts/all.form", form("{'id': 'b', 'properties': {'part': 'own'}}, {'id': 'c'}"));
        files.put("oath/parts/own.form", form("{'id': 'text'}"));

        assertThat(components("{'id': 'a', 'properties': {'part': 'review/parts/all'}}"))
                .isEqualTo(json("{'id':'text'},{'id':'c'}"));
    }

    @Test
    void textsOfAPartAreSetByTheirPath() {
        files.put("oath/parts/own.form", form("{'id': 'group', 'label': 'old', 'components': "
                + "[{'id': 'x', 'label': 'old', 'values': [{'label': 'yes'}, {'label': 'no'}]}]}"));

        assertThat(components("{'id': 'a', 'properties': {'part': 'own', 'group/label': 'new', "
                + "'x/values/1/label': 'never', 'x/conditional/hide': '=y'}}")).isEqualTo(json("{'id':'group','label':"
                + "'new','components':[{'id':'x','label':'old','values':[{'label':'yes'},{'label':'never'}],"
                + "'conditional':{'hide':'=y'}}]}"));
    }

    @Test
    void aComponentIsPutBeforeTheOneThatItNames() {
        files.put("oath/parts/own.form", form("{'id': 'group', 'components': [{'id': 'x'}, {'id': 'y'}]}"));

        assertThat(components("{'id': 'a', 'properties': {'part': 'own'}}, "
                + "{'id': 'new', 'properties': {'before': 'y', 'minItems': '1'}}, "
                + "{'id': 'first', 'properties': {'before': 'group'}}")).isEqualTo(json("{'id':'first'},"
                + "{'id':'group','components':[{'id':'x'},{'id':'new','properties':{'minItems':'1'}},{'id':'y'}]}"));
    }

    @Test
    void fieldsThatMustBeThereMayBeKeptAsTheyAre() {
        files.put("oath/parts/own.form", form("{'id': 'g', 'type': 'group', 'components': ["
                + "{'id': 'x', 'validate': {'required': true}}, {'id': 'y'}]}, {'id': 'list', 'type': 'dynamiclist', "
                + "'properties': {'minItems': '1'}, 'components': [{'id': 'z', 'validate': {'required': true}}]}"));

        assertThat(components("{'id': 'a', 'properties': {'part': 'own', 'keep': 'true'}}")).isEqualTo(json(
                "{'id':'g','type':'group','components':[{'id':'x','validate':{'required':true},'properties':"
                        + "{'keep':'true'}},{'id':'y'}]},{'id':'list','type':'dynamiclist','properties':"
                        + "{'minItems':'1','keep':'true'},'components':[{'id':'z','validate':{'required':true}}]}"));
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> components("{'id': 'a', 'properties': {'part': 'review/parts/none'}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("review/parts/none.form")
                .hasMessageContaining("oath/oath-x.form");
        assertThatThrownBy(() -> components("{'id': 'a', 'properties': {'before': 'none'}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none");
        files.put("oath/parts/own.form", form("{'id': 'x'}"));
        assertThatThrownBy(() -> components("{'id': 'a', 'properties': {'part': 'own', 'y/label': 'new'}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"y\"");
    }

    @Test
    void aPartIsNoPartOfItself() {
        files.put("oath/parts/own.form", form("{'id': 'a', 'properties': {'part': 'own'}}"));

        assertThatThrownBy(() -> components("{'id': 'a', 'properties': {'part': 'own'}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("oath/parts/own.form");
    }

    @Test
    void whatIsNoFormIsRefusedByName() {
        files.put("oath/oath-swear.form", "{");

        assertThatThrownBy(this::compose).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oath/oath-swear.form");
    }

    private String components(String components) {
        files.put("oath/oath-x.form", form(components));
        return compose().get("oath-x").replaceAll("^\\{\"components\":\\[|],\"id\":\"oath-x\"}$", "");
    }

    private Map<String, String> compose() {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, json(text).getBytes(UTF_8)));
        Map<String, String> forms = new TreeMap<>();
        ComposedForms.of(bytes).forEach((id, form) -> forms.put(id, new String(form, UTF_8)));
        return forms;
    }

    private static String form(String components) {
        return "{'components': [" + components + "]}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
