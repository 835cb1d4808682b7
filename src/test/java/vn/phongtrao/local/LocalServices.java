package vn.phongtrao.local;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives an application context a fresh database and the sign-in of its province's demo realm. The province is
 * Bạc Liêu unless the context sets {@code phongtrao.province}.
 */
public class LocalServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** 32 bytes in base64 that protect nothing but invented citizen numbers. */
    public static final String DEMO_CITIZEN_KEY = "ZGVtby1vbmx5LWRlbW8tb25seS1kZW1vLW9ubHktMDE=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        LocalDatabase.addBelowTestProperties(environment, properties(DemoProvince.of(environment),
                LocalPostgres.shared().freshDatabase(), LocalKeycloak.shared().url()));
    }

    /** Everything the application must be told in a test. */
    public static Map<String, Object> properties(DemoProvince province, String database, String keycloak) {
        return properties(province, database, keycloak, province.testRealm());
    }

    /** Everything the application must be told. */
    static Map<String, Object> properties(DemoProvince province, String database, String keycloak, String realm) {
        var properties = new HashMap<>(LocalDatabase.properties(database));
        properties.putAll(Map.of(
                "phongtrao.province", province.id(),
                "phongtrao.business-date", province.businessDate(),
                "phongtrao.citizen-key", DEMO_CITIZEN_KEY,
                "phongtrao.address.of-request", true,
                "phongtrao.watch.port", 0,
                "phongtrao.keycloak.url", keycloak,
                "phongtrao.keycloak.realm", realm,
                "phongtrao.keycloak.client-secret", LocalKeycloak.WEB_SECRET));
        return properties;
    }
}
