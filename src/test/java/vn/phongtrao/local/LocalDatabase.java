package vn.phongtrao.local;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives an application context a fresh database, and the address of a Keycloak that is not there. */
public class LocalDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Whoever asks it fails: ports below 1024 need rights that tests do not have. */
    private static final String NO_KEYCLOAK = "http://localhost:1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        addBelowTestProperties(environment, LocalServices.properties(DemoProvince.of(environment),
                LocalPostgres.shared().freshDatabase(), NO_KEYCLOAK));
    }

    static Map<String, Object> properties(String database) {
        return Map.of("spring.flyway.locations", "classpath:db/migration,classpath:db/demo",
                "spring.datasource.url", database,
                "spring.datasource.username", LocalPostgres.USER,
                "spring.datasource.password", "",
                // tests run by day and by night, and compare what is in the database
                "phongtrao.history-cleanup.from", "");
    }

    /** A test's own properties stay stronger. */
    static void addBelowTestProperties(ConfigurableEnvironment environment, Map<String, Object> properties) {
        var sources = environment.getPropertySources();
        var local = new MapPropertySource("local services", properties);
        var ownProperties = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(ownProperties)) {
            sources.addAfter(ownProperties, local);
        } else {
            sources.addFirst(local);
        }
    }
}
