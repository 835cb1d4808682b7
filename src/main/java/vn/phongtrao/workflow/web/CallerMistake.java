package vn.phongtrao.workflow.web;

import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

import vn.phongtrao.refusal.Refusal;

/**
 * What the engine answers with status 500 although the caller is to blame: criteria of a list that it does not take,
 * what does not exist, and bodies in which something is missing. A database that is away, or whatever else stands behind the engine, stays a fault.
 */
abstract class CallerMistake<E extends RuntimeException> implements ExtendedExceptionMapper<E> {

    private static final Logger LOG = LoggerFactory.getLogger(CallerMistake.class);
    private static final Pattern LIST = Pattern.compile("(.*/)?(filter/[^/]+/(list|count|singleResult)"
            + "|(task|filter|process-definition|process-instance|execution|variable-instance|incident|job|user|group"
            + "|authorization|deployment|decision-definition|history/[a-z-]+)(/count)?"
            + "|identity/groups|authorization/check|metrics(/[^/]+/sum)?)/?");
    /** SQL states of values that the database cannot take, such as a negative offset. */
    private static final String DATA_EXCEPTION = "22";

    /** Case management (CMMN), which is switched off and has no tables. */
    private static final Pattern CASES = Pattern.compile("(.*/)?(history/)?case-.*");
    private static final String UNDEFINED_TABLE = "42P01";

    private static final String REST = "org.camunda.bpm.engine.rest.";
    private static final String PERMISSIONS = "org.camunda.bpm.engine.impl.cfg.auth.";

    @Context
    private UriInfo uri;

    @Override
    public boolean isMappable(E thrown) {
        return isCallers(uri.getPath(), thrown);
    }

    /** @param path what was asked, below the REST API's own address */
    static boolean isCallers(String path, RuntimeException thrown) {
        var cause = NestedExceptionUtils.getMostSpecificCause(thrown);
        return thrown instanceof RestException && cause instanceof NotFoundException
                || names(thrown, cause) || stumbled(cause, REST) || isNothing(cause)
                || CASES.matcher(path).matches() && isSwitchedOff(cause) || LIST.matcher(path).matches() && isOfCriteria(cause);
    }

    private static boolean isSwitchedOff(Throwable cause) {
        return cause instanceof SQLException unknown && UNDEFINED_TABLE.equals(unknown.getSQLState());
    }

    /** What is not there: the engine asks for the permission to see it all the same, or says so as a fault of its own. */
    private static boolean isNothing(Throwable cause) {
        return stumbled(cause, PERMISSIONS) || cause instanceof InvalidRequestException
                && String.valueOf(cause.getMessage()).startsWith("No job found");
    }

    /** What the engine looks for by an id that there is not; not what fails inside of a command. */
    private static boolean names(RuntimeException thrown, Throwable cause) {
        return cause instanceof NullValueException && (thrown == cause || thrown instanceof RestException);
    }

    /** The REST layer takes bodies apart without looking whether all is in them. */
    private static boolean stumbled(Throwable cause, String where) {
        return cause instanceof NullPointerException && Stream.of(cause.getStackTrace()).findFirst()
                .filter(frame -> frame.getClassName().startsWith(where)).isPresent();
    }

    @Override
    public Response toResponse(E thrown) {
        var cause = NestedExceptionUtils.getMostSpecificCause(thrown);
        var list = LIST.matcher(uri.getPath()).matches();
        var refusal = cause instanceof NotFoundException || cause instanceof NullValueException && !list || isNothing(cause) || isSwitchedOff(cause)
                ? Refusal.notFound("Không tìm thấy, hoặc không có quyền xem")
                : Refusal.malformed(null, list ? "Điều kiện tìm không hợp lệ" : "Nội dung gửi lên thiếu phần bắt buộc");
        // message and address may repeat what the caller looked for
        LOG.warn("Refused: {} at {}", cause.getClass().getSimpleName(),
                Stream.of(cause.getStackTrace()).filter(frame -> frame.getClassName().startsWith(REST)).findFirst()
                        .map(StackTraceElement::toString).orElse("unknown"));
        return Response.status(refusal.kind().status()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ProblemWriter.body(refusal)).build();
    }

    /** Criteria that are null or of another type go through the engine unchecked until something stumbles over them. */
    private static boolean isOfCriteria(Throwable cause) {
        return cause.getClass() == ProcessEngineException.class || cause instanceof NotValidException
                || cause instanceof NullValueException || cause instanceof NullPointerException
                || cause instanceof ClassCastException || cause instanceof SQLException unstorable
                && unstorable.getSQLState() != null && unstorable.getSQLState().startsWith(DATA_EXCEPTION);
    }

    /** Refused by the engine. */
    static class OfEngine extends CallerMistake<ProcessEngineException> {
    }

    /** Refused by the engine and wrapped by its REST layer. */
    static class OfRest extends CallerMistake<RestException> {
    }

    /** Stumbled over by the engine. */
    static class Unforeseen extends CallerMistake<RuntimeException> {
    }
}
