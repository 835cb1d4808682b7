package vn.phongtrao.workflow.web;

import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.camunda.bpm.engine.BadUserRequestException;
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
 * what does not exist, bodies in which something is missing, and what it refuses administrators to do. A step of a dossier that
 * a model does not let go on, a database that is away, or whatever else stands behind the engine, stays a fault.
 */
abstract class CallerMistake<E extends RuntimeException> implements ExtendedExceptionMapper<E> {

    private static final Logger LOG = LoggerFactory.getLogger(CallerMistake.class);
    private static final Pattern LIST = Pattern.compile("(.*/)?(filter/[^/]+/(list|count|singleResult)"
            + "|(task|filter|process-definition|process-instance|execution|variable-instance|incident|job|user|group"
            + "|authorization|deployment|decision-definition|history/[a-z-]+)(/count)?"
            + "|identity/groups|authorization/check|metrics(/[^/]+/sum)?)/?");
    /** What officers do: here the engine refuses what a model does not provide for. */
    private static final Pattern STEP = Pattern.compile("(.*/)?(task/[^/]+/(claim|unclaim|complete|resolve|submit-form|form|deployed-form|form-variables)"
            + "|process-definition/.*/(start|submit-form))/?");
    /** SQL states of values that the database cannot take, such as a negative offset. */
    private static final String DATA_EXCEPTION = "22";

    /** Case management (CMMN), which is switched off, has no tables. */
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String TABLES_OF_CASES = "_case";
    /** Criteria that the engine itself cannot put together: two of them without an "and". */
    private static final String SYNTAX = "42601";

    private static final String REST = "org.camunda.bpm.engine.rest.";
    private static final String ADDRESSES = "org.glassfish.jersey.uri.";
    /** Of what Keycloak is asked. */
    private static final String ADDRESSES_THERE = "org.springframework.web.util.UriComponents";
    private static final String MIGRATIONS = "org.camunda.bpm.engine.impl.migration.";
    private static final List<String> JDK = List.of("java.", "jdk.");
    private static final String KEYCLOAK = "org.camunda.bpm.extension.keycloak.";
    private static final String TIME_TO_LIVE = "org.camunda.bpm.engine.impl.cmd.Update";
    private static final String PERMISSIONS = "org.camunda.bpm.engine.impl.cfg.auth.";

    private static final Set<Class<?>> STUMBLES = Set.of(NullPointerException.class, UnsupportedOperationException.class,
            IllegalArgumentException.class, NoSuchElementException.class, IndexOutOfBoundsException.class);

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
                || names(thrown, cause) || stumbled(cause, REST) || stumbled(cause, ADDRESSES) || stumbled(cause, MIGRATIONS) || isNothing(cause)
                || isSwitchedOff(cause) || LIST.matcher(path).matches() && isOfCriteria(cause)
                || !STEP.matcher(path).matches() && !isAnswered(thrown) && (isRefused(cause) || isUnstorable(cause));
    }

    private static boolean isSwitchedOff(Throwable cause) {
        return cause instanceof SQLException unknown && UNDEFINED_TABLE.equals(unknown.getSQLState())
                && unknown.getMessage().contains(TABLES_OF_CASES) || stumbled(cause, KEYCLOAK);
    }

    private static boolean isUnstorable(Throwable cause) {
        return cause instanceof SQLException unstorable && unstorable.getSQLState() != null && unstorable.getSQLState().startsWith(DATA_EXCEPTION);
    }

    /** The REST layer has a status of its own for it. */
    private static boolean isAnswered(RuntimeException thrown) {
        return thrown instanceof RestException rest && rest.getStatus() != null && rest.getStatus() != Response.Status.INTERNAL_SERVER_ERROR;
    }

    /** By the engine itself: nothing else had failed. */
    private static boolean isRefused(Throwable cause) {
        return cause.getClass() == ProcessEngineException.class || cause instanceof BadUserRequestException || cause instanceof NotValidException
                || cause instanceof NullValueException || cause instanceof InvalidRequestException;
    }

    /** What is not there: the engine asks for the permission to see it all the same, or says so as a fault of its own. */
    private static boolean isNothing(Throwable cause) {
        return stumbled(cause, PERMISSIONS) || stumbled(cause, TIME_TO_LIVE) || stumbled(cause, ADDRESSES_THERE) || cause instanceof InvalidRequestException
                && String.valueOf(cause.getMessage()).startsWith("No job found");
    }

    /** What the engine looks for by an id that there is not; not what fails inside of a command. */
    private static boolean names(RuntimeException thrown, Throwable cause) {
        return cause instanceof NullValueException && (thrown == cause || thrown instanceof RestException);
    }

    /** The REST layer takes bodies and addresses apart without looking whether all is in them. */
    private static boolean stumbled(Throwable cause, String where) {
        return STUMBLES.stream().anyMatch(stumble -> stumble.isInstance(cause)) && Stream.of(cause.getStackTrace())
                .filter(frame -> JDK.stream().noneMatch(frame.getClassName()::startsWith)).findFirst()
                .filter(frame -> frame.getClassName().startsWith(where)).isPresent();
    }

    @Override
    public Response toResponse(E thrown) {
        var cause = NestedExceptionUtils.getMostSpecificCause(thrown);
        var list = LIST.matcher(uri.getPath()).matches();
        var refusal = cause instanceof NotFoundException || cause instanceof NullValueException && !list || isNothing(cause) || isSwitchedOff(cause)
                ? Refusal.notFound("Không tìm thấy, hoặc không có quyền xem")
                : Refusal.malformed(null, list ? "Điều kiện tìm không hợp lệ"
                : isRefused(cause) ? "Máy quy trình không thực hiện: " + cause.getMessage()
                : isUnstorable(cause) ? "Có giá trị quá dài hoặc không lưu được" : "Nội dung gửi lên thiếu phần bắt buộc");
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
                || cause instanceof ClassCastException || isUnstorable(cause) || cause instanceof SQLException broken && SYNTAX.equals(broken.getSQLState());
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
