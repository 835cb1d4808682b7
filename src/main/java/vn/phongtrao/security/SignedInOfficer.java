package vn.phongtrao.security;

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
        return officers.of(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> Refusal.forbidden("Chưa đăng nhập"));
    }
}
