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

    /** Says what of a text is not taken. */
    static final class UnreadableText extends JsonMappingException {

        private UnreadableText(JsonParser parser, String why) {
            super(parser, why);
        }
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw MismatchedInputException.from(parser, String.class, "text expected");
        }
        var text = super.deserialize(parser, context);
        var refused = PlainText.refused(text, true);
        if (refused.isPresent()) {
            throw new UnreadableText(parser, refused.get());
        }
        return PlainText.kept(text);
    }
}
