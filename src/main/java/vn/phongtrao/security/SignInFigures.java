package vn.phongtrao.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.stereotype.Component;

/** How many signed in, and how many sign-ins and tokens were refused here. Passwords that Keycloak refuses are in Keycloak's own figures. */
@Component
class SignInFigures implements MeterBinder {

    private Counter accepted;
    private Counter refused;
    private Counter tokensRefused;

    SignInFigures() {
        bindTo(new CompositeMeterRegistry());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        accepted = signIns(registry, "accepted");
        refused = signIns(registry, "refused");
        tokensRefused = Counter.builder("phongtrao.tokens.refused").description("Access tokens that were refused").register(registry);
    }

    private static Counter signIns(MeterRegistry registry, String result) {
        return Counter.builder("phongtrao.sign.ins").description("Sign-ins of people").tag("result", result).register(registry);
    }

    void accept() {
        accepted.increment();
    }

    void refuse() {
        refused.increment();
    }

    void refuseToken() {
        tokensRefused.increment();
    }
}
