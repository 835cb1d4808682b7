package vn.phongtrao.refusal.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;

import vn.phongtrao.refusal.RequestTrail;

/**
 * Answers where no controller does, or that of a page fails: people get the error page, programs a problem detail.
 */
@Controller
class FailureController extends BasicErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(FailureController.class);

    FailureController() {
        super(new DefaultErrorAttributes(), new ErrorProperties());
    }

    /**
     * Whoever asks for the address of this page itself has found nothing; and names of files that Tomcat does not take are no fault
     * of the server.
     */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            return HttpStatus.NOT_FOUND;
        }
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception thrown
                && NestedExceptionUtils.getMostSpecificCause(thrown) instanceof InvalidFileNameException ? HttpStatus.BAD_REQUEST
                : super.getStatus(request);
    }

    /** A request may be refused before anything has seen to it that it is read as all are; by a charset that there is not, nothing could be answered. */
    @ModelAttribute
    void readInUtf8(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        var problem = Problems.of(getStatus(request));
        if (problem.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("{} was answered with {} by {}: {}", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    problem.getStatus(), request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME),
                    request.getAttribute(RequestDispatcher.ERROR_MESSAGE),
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("type", problem.getType(), "title", problem.getTitle(), "status", problem.getStatus(),
                        "detail", problem.getDetail(),
                        "instance", String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                        RequestTrail.PROPERTY, RequestTrail.name().orElse("")));
    }

    @Override
    protected Map<String, Object> getErrorAttributes(HttpServletRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        RequestTrail.name().ifPresent(name -> attributes.put("requestId", name));
        return attributes;
    }
}
