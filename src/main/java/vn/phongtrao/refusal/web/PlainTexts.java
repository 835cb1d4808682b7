package vn.phongtrao.refusal.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import org.springframework.boot.jackson.JsonComponent;

import vn.phongtrao.text.PlainText;

/** Every text of a request's body is plain text, as in the forms. */
@JsonComponent
class PlainTexts extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        if (text != null && !PlainText.printable(text, true)) {
            throw JsonMappingException.from(parser, Problems.UNPRINTABLE);
        }
        return text == null ? null : PlainText.composed(text);
    }
}
