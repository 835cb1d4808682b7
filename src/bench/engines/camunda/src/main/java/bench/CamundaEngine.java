package bench;

import java.util.stream.IntStream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Camunda as its starter brings it, with permissions: six people, each alone in the group of an approval. */
@SpringBootApplication
public class CamundaEngine {

    private static final int APPROVALS = 6;

    public static void main(String[] args) {
        SpringApplication.run(CamundaEngine.class, args);
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> signIn() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SignInByHeader.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    @Bean
    SmartInitializingSingleton people(IdentityService identities, AuthorizationService authorizations) {
        return () -> {
            if (identities.createUserQuery().count() == 0) {
                IntStream.rangeClosed(1, APPROVALS).forEach(number -> join(identities, "user" + number, "group" + number));
                grant(authorizations, Resources.PROCESS_DEFINITION, Permissions.READ, Permissions.CREATE_INSTANCE);
                grant(authorizations, Resources.PROCESS_INSTANCE, Permissions.CREATE);
            }
        };
    }

    private static void join(IdentityService identities, String user, String group) {
        identities.saveUser(identities.newUser(user));
        identities.saveGroup(identities.newGroup(group));
        identities.createMembership(user, group);
    }

    /** To the first group, which starts processes. Tasks are granted to their candidates by the engine. */
    private static void grant(AuthorizationService authorizations, Resource resource, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("group1");
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
