package vn.phongtrao.workflow.web;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people come by https, the cookie by which the webapps know their own requests goes by https alone, as all others do. Camunda would ask nobody. */
@Component
class SecureCookies implements BeanPostProcessor {

    private static final String HTTPS = "https:";

    private final Environment environment;

    SecureCookies(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof CamundaBpmProperties camunda) {
            camunda.getWebapp().getCsrf().setEnableSecureCookie(environment.getProperty("phongtrao.address.url", "").startsWith(HTTPS));
        }
        return bean;
    }
}
