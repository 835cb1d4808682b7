package vn.phongtrao.local;

import java.util.Arrays;
import java.util.List;

import org.springframework.core.env.Environment;

/** The provinces that can be shown and tested, each with the day its demo begins on and the units with accounts. */
public enum DemoProvince {
    BAC_LIEU_2024("bac-lieu-2024", "2024-07-01", "phongtrao",
            "95/954/31813", "95/956/31843", "95/954", "95/956", "95"),
    CA_MAU_2025("ca-mau-2025", "2025-07-01", "phongtrao-ca-mau",
            "96/31825", "96/31843", "96");

    private final String id;
    private final String businessDate;
    private final String testRealm;
    private final List<String> units;

    DemoProvince(String id, String businessDate, String testRealm, String... units) {
        this.id = id;
        this.businessDate = businessDate;
        this.testRealm = testRealm;
        this.units = List.of(units);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    public static DemoProvince of(String id) {
        return Arrays.stream(values()).filter(province -> province.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such province: " + id));
    }

    /** The province that an application shows: Bạc Liêu, unless {@code phongtrao.province} names another. */
    static DemoProvince of(Environment environment) {
        return of(environment.getProperty("phongtrao.province", BAC_LIEU_2024.id()));
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

    /** Path of the province itself. */
    String root() {
        return units.get(units.size() - 1);
    }

    /** The commune whose police officer the integration client stands for. */
    String integrationUnit() {
        return units.get(0);
    }
}
