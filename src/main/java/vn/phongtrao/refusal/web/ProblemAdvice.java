package vn.phongtrao.refusal.web;

import java.sql.SQLException;
import java.util.List;

import jakarta.validation.ConstraintViolationException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mapping.PropertyReferenceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/**
 * Answers every failure of the API with a problem detail: {@code detail} in Vietnamese, {@code field} and
 * {@code legalBasis} where they are known. What the caller sent never gives status 500.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** SQL states of values that the database cannot take, such as a text with a NUL character. */
    private static final String DATA_EXCEPTION = "22";

    /** How the message of Jackson's exception begins, which has no type of its own. */
    private static final String DUPLICATE = "Duplicate field";

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
        var problem = Problems.of(HttpStatus.valueOf(refusal.kind().status()), refusal.getMessage());
        refusal.field().ifPresent(field -> problem.setProperty("field", field));
        refusal.legalBasis().ifPresent(basis -> problem.setProperty("legalBasis", basis));
        if (refusal.field().isPresent()) {
            problem.setProperty("errors", refusal.each().stream().map(Problems.Wrong::of).toList());
        }
        return answer(refusal, problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied, WebRequest request) {
        return answer(denied, Problems.of(HttpStatus.FORBIDDEN), request);
    }

    /** A parameter that is none, such as one with a line break in its name. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException rejected, WebRequest request) {
        return answer(rejected, Problems.of(HttpStatus.BAD_REQUEST), request);
    }

    /** A part of the description of the API that there is not. */
    @ExceptionHandler
    ResponseEntity<Object> undescribed(OpenApiResourceNotFoundException missing, WebRequest request) {
        return answer(missing, Problems.of(HttpStatus.NOT_FOUND), request);
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    ResponseEntity<Object> overtaken(Exception overtaken, WebRequest request) {
        return answer(overtaken, Problems.of(HttpStatus.CONFLICT), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unstorable(DataIntegrityViolationException violation, WebRequest request) {
        return NestedExceptionUtils.getMostSpecificCause(violation) instanceof SQLException cause
                && cause.getSQLState() != null && cause.getSQLState().startsWith(DATA_EXCEPTION)
                ? answer(violation, Problems.of(HttpStatus.BAD_REQUEST), request)
                : failed(violation, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unsortable(PropertyReferenceException unknown, WebRequest request) {
        var message = "Không sắp xếp được theo \"%s\"".formatted(unknown.getPropertyName());
        return malformed(unknown, "sort", message, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(ConstraintViolationException invalid, WebRequest request) {
        return malformed(invalid, invalid.getConstraintViolations().stream().map(violation ->
                new Problems.Wrong(violation.getPropertyPath().toString(), violation.getMessage())).toList(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        var refusal = Refusal.in(failure);
        if (refusal.isPresent()) {
            return refused(refusal.get(), request);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            // nobody is left to answer
            return null;
        }
        logger.error("Request failed", failure);
        return answer(failure, Problems.of(HttpStatus.INTERNAL_SERVER_ERROR), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return malformed(invalid, invalid.getAllErrors().stream().map(ProblemAdvice::wrong).toList(), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var result = invalid.getParameterValidationResults().get(0);
        var error = result.getResolvableErrors().get(0);
        return error instanceof ObjectError objectError ? malformed(invalid, List.of(wrong(objectError)), request)
                : malformed(invalid, result.getMethodParameter().getParameterName(), error.getDefaultMessage(),
                        request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var field = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName()
                : mismatch.getPropertyName();
        var refusal = Refusal.in(mismatch);
        if (refusal.isPresent() && inAddress(mismatch) && mismatch.getRequiredType() == String.class) {
            return answer(mismatch, Problems.of(HttpStatus.NOT_FOUND), request);
        }
        if (refusal.isPresent()) {
            return inAddress(mismatch) ? refused(refusal.get(), request)
                    : malformed(mismatch, field, refusal.get().getMessage(), request);
        }
        return malformed(mismatch, field, Problems.expected(mismatch.getRequiredType()), request);
    }

    private static boolean inAddress(TypeMismatchException mismatch) {
        return mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return malformed(missing, missing.getParameterName(), Needed.REQUIRED, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return malformed(missing, missing.getRequestPartName(), Needed.REQUIRED, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (BoundedBodies.exceeded(unreadable)) {
            return answer(unreadable, Problems.of(HttpStatus.PAYLOAD_TOO_LARGE), request);
        }
        if (NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof JsonParseException broken
                && broken.getOriginalMessage().startsWith(DUPLICATE)) {
            return malformed(unreadable, null, "Nội dung gửi lên có trường bị lặp lại", request);
        }
        if (unreadable.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return malformed(unreadable, Problems.path(mapping), Problems.wrong(mapping), request);
        }
        return malformed(unreadable, null, unreadable.getCause() instanceof MismatchedInputException
                ? "Nội dung gửi lên không có cấu trúc mà địa chỉ này nhận, xem /v3/api-docs"
                : "Nội dung gửi lên không phải là JSON đúng cú pháp", request);
    }

    /** Whatever Spring itself refuses: its English words give way to ours. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception exception, Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return super.handleExceptionInternal(exception, Problems.of(status), headers, status, request);
    }

    /** It is a problem detail whatever the caller takes, and where what that is cannot be read. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }

    private static Problems.Wrong wrong(ObjectError error) {
        return error instanceof FieldError field
                ? new Problems.Wrong(field.getField(),
                        field.isBindingFailure() ? Problems.expected(null) : field.getDefaultMessage())
                : new Problems.Wrong(null, error.getDefaultMessage());
    }

    private ResponseEntity<Object> malformed(Exception exception, String field, String message, WebRequest request) {
        return malformed(exception, List.of(new Problems.Wrong(field, message)), request);
    }

    /** @param wrong the first speaks for all; none where no more is known */
    private ResponseEntity<Object> malformed(Exception exception, List<Problems.Wrong> wrong, WebRequest request) {
        var field = wrong.isEmpty() ? null : wrong.get(0).field();
        var message = wrong.isEmpty() ? null : wrong.get(0).message();
        var problem = message == null ? Problems.of(HttpStatus.BAD_REQUEST)
                : Problems.of(HttpStatus.BAD_REQUEST, field == null ? message : field + ": " + message);
        if (field != null) {
            problem.setProperty("field", field);
            problem.setProperty("errors", wrong);
        }
        return answer(exception, problem, request);
    }

    private ResponseEntity<Object> answer(Exception exception, ProblemDetail problem, WebRequest request) {
        var headers = new HttpHeaders();
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        return super.handleExceptionInternal(exception, problem, headers,
                HttpStatusCode.valueOf(problem.getStatus()), request);
    }
}
