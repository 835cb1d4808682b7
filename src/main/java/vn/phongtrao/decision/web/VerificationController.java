package vn.phongtrao.decision.web;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.decision.Replacement;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.decision.Verdict;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.StatusText;

/** Anybody may ask whether a paper is genuine: a page for people, JSON for programs. */
@Controller
class VerificationController {

    private static final String PAGE = "verify";

    private final Verifier verifier;
    private final Attempts attempts;

    VerificationController(Verifier verifier, Attempts attempts) {
        this.verifier = verifier;
        this.attempts = attempts;
    }

    /** The verdict as JSON: {@code status} is genuine, revoked, replaced or unknown. */
    record Answer(String status, String statusName, String number, LocalDate signedOn, String authority,
                  String signer, String signedAs, String recipient, LocalDate revokedOn, String revokedBy,
                  LocalDate partlyRevokedOn, String partlyRevokedBy, LocalDate replacedOn, String replacedBy,
                  LocalDate correctedOn, String correctedBy) {

        static Answer of(Verdict verdict) {
            var revoked = Optional.ofNullable(verdict.revoked());
            var partly = Optional.ofNullable(verdict.partlyRevoked());
            var replaced = Optional.ofNullable(verdict.replaced());
            var corrected = Optional.ofNullable(verdict.corrected());
            return new Answer(verdict.status().id(), verdict.status().label(),
                    verdict.number(), verdict.signedOn(), verdict.authority(), verdict.signer(), verdict.signedAs(),
                    verdict.recipient(), revoked.map(Revocation::on).orElse(null),
                    revoked.map(Revocation::number).orElse(null), partly.map(Revocation::on).orElse(null),
                    partly.map(Revocation::number).orElse(null), replaced.map(Replacement::on).orElse(null),
                    replaced.map(Replacement::number).orElse(null), corrected.map(Replacement::on).orElse(null),
                    corrected.map(Replacement::number).orElse(null));
        }
    }

    /** Whatever is typed is a code or none, and nothing to refuse: who asks need not be signed in. */
    @InitBinder
    void anyText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
    }

    /** The page to type a code into, and its answer. */
    @GetMapping(path = "/verify", produces = MediaType.TEXT_HTML_VALUE)
    String form(@RequestParam(required = false) String code, Model model, HttpServletRequest request,
                HttpServletResponse response) {
        return code == null ? PAGE : page(code, model, request, response);
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        if (attempts.allow(request.getRemoteAddr())) {
            model.addAttribute("answer", Answer.of(verifier.check(code)));
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Attempts.RETRY_AFTER);
            model.addAttribute("refused", true);
        }
        return PAGE;
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> json(@PathVariable String code, HttpServletRequest request) {
        return attempts.allow(request.getRemoteAddr()) ? ResponseEntity.ok(Answer.of(verifier.check(code)))
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Attempts.RETRY_AFTER)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(tooMany());
    }

    private static ProblemDetail tooMany() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, Labels.of("verdict.too-many"));
        problem.setTitle(StatusText.title(problem.getStatus()));
        return problem;
    }
}
