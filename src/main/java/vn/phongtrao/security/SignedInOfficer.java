package vn.phongtrao.security;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/** The officer of Spring Security's context. */
@Component
class SignedInOfficer implements CurrentOfficer {

    private final Officers officers;

    SignedInOfficer(Officers officers) {
        this.officers = officers;
    }

    @Override
    public Officer get() {
        return find().orElseThrow(() -> Refusal.forbidden("Chưa đăng nhập"));
    }

    @Override
    public Optional<Officer> find() {
        return officers.of(signIn());
    }

    @Override
    public Optional<String> fullName() {
        return officers.nameOf(signIn());
    }

    private static Authentication signIn() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
