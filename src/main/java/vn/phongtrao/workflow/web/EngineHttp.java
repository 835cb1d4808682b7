package vn.phongtrao.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.calendar.BusinessClock;
import vn.phongtrao.security.CurrentOfficer;

/** The filters in front of the engine's REST API and webapps, in their order behind Spring Security. */
@Configuration(proxyBeanMethods = false)
class EngineHttp {

    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 100;
    private static final String REST = "/engine-rest";
    /** What we offer of the engine beside its own API. */
    static final String TASKS = "/api/tasks";
    private static final String WEBAPP_REST = "/camunda/api/engine";

    /** Expressions of the stored filters, which Tasklist sends back when it refines them. */
    private static final Set<String> FILTER_EXPRESSIONS = Set.of("${currentUser()}", "${currentUserGroups()}");

    private final ProblemWriter problems = new ProblemWriter();

    @Bean
    FilterRegistrationBean<Filter> knownServices() {
        return filter(new KnownServices(), 0, REST + "/*", WEBAPP_REST + "/*");
    }

    /** Behind what says who may call: nobody else's body is read. */
    @Bean
    FilterRegistrationBean<Filter> bodyGuard() {
        return filter(new BodyGuard(FILTER_EXPRESSIONS, problems), 3, REST + "/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> officerRestCalls(CurrentOfficer officer) {
        return filter(new OfficerCalls(officer, REST, problems), 1, REST + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> officerWebappCalls(CurrentOfficer officer) {
        return filter(new OfficerCalls(officer, WEBAPP_REST, problems), 2, WEBAPP_REST + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> dossierOfCall(CurrentOfficer officer, JdbcClient jdbc) {
        return filter(new DossierOfCall(officer, jdbc), 3, REST + "/*", WEBAPP_REST + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> boundedResults() {
        return filter(new BoundedResults(false), 5, REST + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> boundedWebappResults() {
        return filter(new BoundedResults(true), 6, WEBAPP_REST + "/*", "/camunda/api/cockpit/*");
    }

    @Bean
    FilterRegistrationBean<Filter> submissionGuard(ProcessEngine engine) {
        return filter(new SubmissionGuard(engine, problems), 6, REST + "/*", WEBAPP_REST + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestSignIn(CurrentOfficer officer, IdentityService identity) {
        return filter(new EngineRestSignIn(officer, identity), 4, REST + "/*", TASKS + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> unknownWebapps() {
        return filter(new UnknownWebapps(), 0, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappSignIn() {
        var registration = filter(new ContainerBasedAuthenticationFilter(), 4, "/camunda/app/*", "/camunda/api/*",
                "/camunda/lib/*");
        registration.setInitParameters(Map.of("authentication-provider", WebappSignIn.class.getName()));
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> pageNonce(BusinessClock clock) {
        return filter(new PageNonce(PageClock.of(clock)), 7, "/camunda/app/*");
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_SECURITY + order);
        registration.setUrlPatterns(List.of(patterns));
        registration.setName(filter.getClass().getSimpleName() + order);
        return registration;
    }
}
