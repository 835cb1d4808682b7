package vn.phongtrao.refusal.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.core.convert.converter.Converter;
import org.springframework.util.StringUtils;

/** Days in bodies and parameters are ISO text, {@code yyyy-MM-dd}, with years from 1900 to 2199. */
@JsonComponent
class IsoDays extends JsonDeserializer<LocalDate> implements Converter<String, LocalDate> {

    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");

    /** An empty parameter is none. */
    @Override
    public LocalDate convert(String text) {
        return StringUtils.hasText(text) ? day(text) : null;
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                return day(parser.getText());
            } catch (DateTimeException noDay) {
                // said below
            }
        }
        throw MismatchedInputException.from(parser, LocalDate.class, "day expected");
    }

    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("no day");
        }
        return LocalDate.parse(text);
    }
}
