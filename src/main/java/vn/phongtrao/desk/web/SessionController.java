package vn.phongtrao.desk.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import vn.phongtrao.security.CurrentOfficer;

/** Tells a page whose session it belongs to and how long it lasts; asking renews it. */
@Controller
class SessionController {

    private final CurrentOfficer officer;

    SessionController(CurrentOfficer officer) {
        this.officer = officer;
    }

    /** @param seconds until the session ends when nobody calls */
    record Running(String officer, int seconds) {
    }

    @GetMapping("/session")
    @ResponseBody
    Running session(HttpSession session) {
        return new Running(officer.get().id(), session.getMaxInactiveInterval());
    }

    /** What a page says when the session is about to end, and when it has ended. */
    @GetMapping("/session/dialogs")
    String dialogs() {
        return "session :: dialogs";
    }
}
