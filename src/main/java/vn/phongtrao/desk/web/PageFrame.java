package vn.phongtrao.desk.web;

import org.springframework.stereotype.Component;

import vn.phongtrao.security.CurrentOfficer;

/**
 * Lets every page say who is signed in, because computers are shared, and lead to the handbook. Templates know it as
 * {@code @frame}.
 */
@Component("frame")
class PageFrame {

    private final CurrentOfficer officer;
    private final Handbook handbook;

    PageFrame(CurrentOfficer officer, Handbook handbook) {
        this.officer = officer;
        this.handbook = handbook;
    }

    /** The person by name. */
    public String person() {
        return officer.fullName().orElseGet(this::account);
    }

    public String account() {
        return officer.get().id();
    }

    /** Whether there is one to lead to. */
    public boolean handbook() {
        return handbook.exists();
    }
}
