package vn.phongtrao.refusal.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/** Says on a page what the controller of a page refuses; that of the API is left to {@link ProblemAdvice}. */
@ControllerAdvice
class PageAdvice {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        return new ModelAndView("refused", Map.of("message", refusal.getMessage()),
                HttpStatus.valueOf(refusal.kind().status()));
    }
}
