package vn.phongtrao.security;

import java.util.Optional;

import vn.phongtrao.refusal.Refusal;

/** The officer on whose behalf the current request runs. */
public interface CurrentOfficer {

    /** @throws Refusal forbidden, when nobody is signed in */
    Officer get();

    /** Empty when nobody is signed in, as while the program does something of itself. */
    default Optional<Officer> find() {
        return Optional.empty();
    }

    /** An administrator's user name. @throws Refusal forbidden, for all others */
    default String administrator() {
        var officer = get();
        if (!officer.administrator()) {
            throw Refusal.forbidden("Chỉ quản trị viên được xem và làm việc này");
        }
        return officer.id();
    }

    /** @throws Refusal forbidden, for all who do not read the audit trail, administrators among them */
    default Officer auditor() {
        var officer = get();
        if (!officer.auditor()) {
            throw Refusal.forbidden("Chỉ kiểm soát viên được xem nhật ký kiểm soát");
        }
        return officer;
    }

    /** The person's full name, family name first; empty where the sign-in tells none, as for systems. */
    default Optional<String> fullName() {
        return Optional.empty();
    }
}
