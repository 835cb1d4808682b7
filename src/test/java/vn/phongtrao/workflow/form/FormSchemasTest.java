package vn.phongtrao.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import org.junit.jupiter.api.Test;

class FormSchemasTest {

    private static final JsonNode SCHEMAS = schemas("""
            {"components": [
              {"type": "text", "text": "Chỉ để đọc"},
              {"type": "group", "components": [
                {"type": "textfield", "key": "name", "label": "Họ tên",
                 "validate": {"required": true, "minLength": 2, "maxLength": 20, "pattern": "^[^0-9]*$"}}]},
              {"type": "number", "key": "birthYear", "label": "Năm sinh", "decimalDigits": 0,
               "validate": {"min": 1900, "max": 2100}},
              {"type": "radio", "key": "outcome", "label": "Kết quả", "validate": {"required": true},
               "values": [{"value": "reject", "label": "Không"}, {"value": "approve", "label": "Đồng ý"}]},
              {"type": "textarea", "key": "comment", "label": "Ý kiến",
               "properties": {"requiredIf": "outcome = \\"reject\\""}},
              {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Ngày"},
              {"type": "checkbox", "key": "agreed", "label": "Nhất trí"},
              {"type": "select", "key": "hamlet", "label": "Ấp", "valuesExpression": "=hamlets"},
              {"type": "textfield", "key": "kept", "label": "Giữ", "validate": {"required": true},
               "properties": {"keep": "true"}},
              {"type": "dynamiclist", "path": "rows", "label": "Dòng", "properties": {"minItems": "1", "maxItems": "3"},
               "components": [
                {"type": "select", "key": "kind", "label": "Loại", "values": [{"value": "a"}, {"value": "b"}],
                 "validate": {"required": true}},
                {"type": "textfield", "key": "number", "label": "Số", "conditional": {"hide": "=this.kind = \\"b\\""},
                 "validate": {"required": true, "maxLength": 9}}]}
            ]}""");

    @Test
    void onlyWhatIsAlwaysNeededIsRequired() {
        assertThat(SCHEMAS.at("/sample/required")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("name", "outcome", "rows");
        assertThat(SCHEMAS.at("/sample/additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void valuesHaveTheirTypeInTheEngine() {
        assertThat(SCHEMAS.at("/sample/properties")).isNotEmpty().allSatisfy(field ->
                assertThat(field.at("/properties/type/enum")).hasSize(1));
        assertThat(type("name")).isEqualTo("String");
        assertThat(type("birthYear")).isEqualTo("Long");
        assertThat(type("day")).isEqualTo("String");
        assertThat(type("agreed")).isEqualTo("Boolean");
        assertThat(type("rows")).isEqualTo("Json");
    }

    @Test
    void textsSayHowLongTheyAreAndHowTheyLook() {
        assertThat(value("name")).hasToString(
                "{\"type\":\"string\",\"maxLength\":20,\"minLength\":2,\"pattern\":\"^[^0-9]*$\"}");
        assertThat(value("comment").get("maxLength").asInt()).isEqualTo(10_000);
        assertThat(value("day").get("format").asText()).isEqualTo("date");
    }

    @Test
    void numbersSayTheirRange() {
        assertThat(value("birthYear").get("minimum").asInt()).isEqualTo(1900);
        assertThat(value("birthYear").get("maximum").asInt()).isEqualTo(2100);
    }

    @Test
    void choicesStandInTheFormsOrder() {
        assertThat(value("outcome").get("enum")).extracting(JsonNode::asText).containsExactly("reject", "approve");
        assertThat(value("outcome").get("x-enum-descriptions")).extracting(JsonNode::asText)
                .containsExactly("Không", "Đồng ý");
    }

    @Test
    void conditionsAreTold() {
        assertThat(SCHEMAS.at("/sample/properties/comment/x-required-if").asText()).isEqualTo("outcome = \"reject\"");
        assertThat(SCHEMAS.at("/sample/properties/hamlet/x-options-of").asText()).isEqualTo("hamlets");
        assertThat(SCHEMAS.at("/sample-rows-row/properties/number/x-hidden-if").asText())
                .isEqualTo("this.kind = \"b\"");
        assertThat(SCHEMAS.at("/sample-rows-row/properties/number/x-required-if").asText())
                .isEqualTo("not(this.kind = \"b\")");
    }

    @Test
    void rowsOfAListHaveASchemaOfTheirOwn() {
        assertThat(value("rows").get("contentMediaType").asText()).isEqualTo("application/json");
        assertThat(value("rows").at("/contentSchema/items/$ref").asText())
                .isEqualTo("#/components/schemas/sample-rows-row");
        assertThat(value("rows").at("/contentSchema/maxItems").asInt()).isEqualTo(3);
        assertThat(SCHEMAS.at("/sample-rows-row/required")).extracting(JsonNode::asText).containsExactly("kind");
    }

    private static String type(String field) {
        return SCHEMAS.at("/sample/properties/%s/properties/type/default".formatted(field)).asText();
    }

    private static JsonNode value(String field) {
        return SCHEMAS.at("/sample/properties/%s/properties/value".formatted(field));
    }

    private static JsonNode schemas(String form) {
        return Json31.mapper().valueToTree(FormSchemas.of("sample",
                Form.read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))));
    }
}
