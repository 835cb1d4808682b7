package vn.phongtrao.local;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives an application context a fresh database. */
public class LocalDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        addBelowTestProperties(context.getEnvironment(), properties(LocalPostgres.shared().freshDatabase()));
    }

    static Map<String, Object> properties(String database) {
        return Map.of("spring.flyway.locations", "classpath:db/migration,classpath:db/demo",
                "spring.datasource.url", database,
                "spring.datasource.username", LocalPostgres.USER,
                "spring.datasource.password", "");
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
