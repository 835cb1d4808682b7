package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SecureCookiesTest {

    @ParameterizedTest
    @CsvSource({"https://phongtrao.example.vn, true", "http://10.0.0.5:8080, false", ", false"})
    void theWebappsCookieGoesByHttpsAloneWherePeopleComeByIt(String address, boolean secure) {
        var environment = new MockEnvironment();
        if (address != null) {
            environment.setProperty("phongtrao.address.url", address);
        }
        var camunda = new CamundaBpmProperties();

        new SecureCookies(environment).postProcessAfterInitialization(camunda, "camunda");

        assertThat(camunda.getWebapp().getCsrf().isEnableSecureCookie()).isEqualTo(secure);
    }
}
