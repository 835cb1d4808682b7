package vn.phongtrao.refusal.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.springframework.boot.jackson.JsonComponent;

import vn.phongtrao.text.PlainText;

/** Every text of a request's body is plain text, as in the forms, and was a text when it came. */
@JsonComponent
class PlainTexts extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw MismatchedInputException.from(parser, String.class, "text expected");
        }
        var text = super.deserialize(parser, context);
        if (!PlainText.printable(text, true)) {
            throw JsonMappingException.from(parser, Problems.UNPRINTABLE);
        }
        return PlainText.composed(text);
    }
}
