package vn.phongtrao.refusal.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/** JSON is read up to a size, as by the engine: lists without end would fill the memory before they are counted. */
@Component
class BoundedBodies implements Jackson2ObjectMapperBuilderCustomizer {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** How the message of Jackson's exception begins, which is of the same type for other bounds. */
    private static final String TOO_LONG = "Document length";

    @Override
    public void customize(Jackson2ObjectMapperBuilder builder) {
        builder.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder().maxDocumentLength(MOST_BYTES).build()));
    }

    /** Whether it was refused because it is too long. */
    static boolean exceeded(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof StreamConstraintsException bound
                && bound.getOriginalMessage().startsWith(TOO_LONG);
    }
}
