package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.springframework.core.env.Environment;

/**
 * The provinces that can be shown and tested; their files say the day each demo begins on and the units with accounts.
 */
public enum DemoProvince {
    BAC_LIEU_2024("bac-lieu-2024", "phongtrao"), CA_MAU_2025("ca-mau-2025", "phongtrao-ca-mau");

    private final String id;
    private final String testRealm;
    private final String businessDate;
    private final List<String> units;

    DemoProvince(String id, String testRealm) {
        this.id = id;
        this.testRealm = testRealm;
        var properties = properties(id);
        this.businessDate = properties.getProperty("demo.date");
        this.units = List.of(properties.getProperty("demo.units").split(", "));
    }

    private static Properties properties(String id) {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("provinces", id, "province.properties"))) {
            properties.load(file);
            return properties;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @throws IllegalArgumentException for any other text than an id */
    public static DemoProvince of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such province: " + id));
    }

    private static Optional<DemoProvince> find(String id) {
        return Arrays.stream(values()).filter(province -> province.id.equals(id)).findFirst();
    }

    /** The province that an application shows: Bạc Liêu, unless {@code phongtrao.province} names another of these. */
    static DemoProvince of(Environment environment) {
        return find(environment.getProperty("phongtrao.province", "")).orElse(BAC_LIEU_2024);
    }

    /** Value of property {@code phongtrao.province}. */
    public String id() {
        return id;
    }

    /** First day of the demo, ISO 8601. */
    public String businessDate() {
        return businessDate;
    }

    /** Name of the province's realm in {@link LocalKeycloak#shared()}. */
    public String testRealm() {
        return testRealm;
    }

    /** Paths of the units that have demo accounts. */
    public List<String> units() {
        return units;
    }
}
