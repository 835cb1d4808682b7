package vn.phongtrao.desk.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.security.CurrentOfficer;

/** Tells a page whose session it belongs to and how long it lasts; asking renews it. */
@RestController
class SessionController {

    private final CurrentOfficer officer;

    SessionController(CurrentOfficer officer) {
        this.officer = officer;
    }

    /** @param seconds until the session ends when nobody calls */
    record Running(String officer, int seconds) {
    }

    @GetMapping("/session")
    Running session(HttpSession session) {
        return new Running(officer.get().id(), session.getMaxInactiveInterval());
    }
}
