package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What a deployment must be told before it starts. */
class StartTest {

    private static final DataSource DATABASE = TestDatabase.create();
    private static final String KEY = "phongtrao.citizen-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String PROVINCE = "phongtrao.province=bac-lieu-2024";
    private static final String DATE = "phongtrao.business-date=2024-07-01";

    @ComponentScan(basePackages = {"vn.phongtrao.unit", "vn.phongtrao.calendar", "vn.phongtrao.citizen"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "vn\\.phongtrao\\.citizen\\.web\\..*"))
    @ConfigurationPropertiesScan({"vn.phongtrao.unit", "vn.phongtrao.calendar", "vn.phongtrao.citizen"})
    static class Modules {
    }

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            // a context that ends leaves the connections to the next one
            .withBean(DataSource.class, () -> DATABASE, bean -> bean.setDestroyMethodName(""))
            .withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(Modules.class);

    @Test
    void aDeploymentThatIsToldEverythingStarts() {
        application.withPropertyValues(PROVINCE, KEY, DATE).run(context -> {
            assertThat(context).hasSingleBean(Units.class).hasSingleBean(CitizenNumbers.class);
            assertThat(context.getBean(Units.class).find(UnitPath.of("95/954/31813"))).isPresent();
        });
    }

    @Test
    void aDeploymentDoesNotStartWithoutProvince() {
        application.withPropertyValues(KEY, DATE).run(context -> failedWith(context, "province"));
    }

    @Test
    void aDeploymentDoesNotStartWhenItsProvinceIsNotInForceToday() {
        application.withPropertyValues(PROVINCE, KEY, "phongtrao.business-date=2025-07-01")
                .run(context -> failedWith(context, "Tỉnh Bạc Liêu is in force from 2004-01-01 to 2025-06-30"));
    }

    @Test
    void aDeploymentDoesNotStartWithoutKey() {
        application.withPropertyValues(PROVINCE, DATE).run(context -> failedWith(context, "citizenKey"));
    }

    @Test
    void aDeploymentDoesNotStartWithADateThatDoesNotExist() {
        application.withPropertyValues(PROVINCE, KEY, "phongtrao.business-date=2024-02-30")
                .run(context -> failedWith(context, "2024-02-30"));
    }

    private static void failedWith(AssertableApplicationContext context, String message) {
        assertThat(context).hasFailed();
        assertThat(context.getStartupFailure()).hasStackTraceContaining(message);
    }
}
