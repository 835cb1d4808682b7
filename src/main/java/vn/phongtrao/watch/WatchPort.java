package vn.phongtrao.watch;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.stereotype.Component;

/**
 * A port of its own for who watches: whoever reaches it may read health and figures, without a sign-in, and nothing else is there. The figures are
 * at no other port. It has threads of its own, so that it answers while all others are taken.
 */
@Component
public class WatchPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Set<String> READ = Set.of("/actuator/health", "/actuator/prometheus");
    private static final String PARTS_OF_HEALTH = "/actuator/health/";

    private final Optional<Connector> connector;

    WatchPort(WatchProperties properties) {
        connector = Optional.ofNullable(properties.port()).map(port -> connector(port, properties.address()));
    }

    private static Connector connector(int port, String address) {
        var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setProperty("address", address);
        connector.setProperty("maxThreads", "4");
        connector.setProperty("minSpareThreads", "1");
        return connector;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector.ifPresent(factory::addAdditionalTomcatConnectors);
    }

    /** The port that it has; empty where there is none. */
    public Optional<Integer> number() {
        return connector.map(Connector::getLocalPort);
    }

    private boolean received(HttpServletRequest request) {
        return number().filter(port -> port == request.getLocalPort()).isPresent();
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && (READ.contains(request.getRequestURI()) || request.getRequestURI().startsWith(PARTS_OF_HEALTH));
    }

    @Bean
    @Order(0)
    SecurityFilterChain watching(HttpSecurity http) throws Exception {
        return http.securityMatcher(this::received)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(WatchPort::reads).permitAll().anyRequest().denyAll())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()).logout(logout -> logout.disable()).build();
    }
}
