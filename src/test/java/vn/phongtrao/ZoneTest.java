package vn.phongtrao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.annotation.Scheduled;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.workflow.EngineZone;

/** Days and nights are those of the country, wherever the machine thinks it stands: containers stand in Greenwich. */
class ZoneTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.phongtrao");
    /** What PostgreSQL reckons by the zone of the session. */
    private static final Pattern OF_THE_SESSION = Pattern.compile("\\bcurrent_date\\b|\\bcurrent_time\\b|\\blocaltime(stamp)?\\b"
            + "|(_at|\\bat|now\\(\\)|timestamp\\(\\))::date\\b|cast\\((\\w+\\.)?(\\w+_at|at|now\\(\\)) as date\\)");
    private static final HikariDataSource DATABASE = TestDatabase.create();

    @Test
    void whatIsDoneAtATimeOfDayIsDoneAtThatTimeInTheCountry() {
        var byTheClock = PROGRAM.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class) && !method.getAnnotationOfType(Scheduled.class).cron().isEmpty()).toList();

        assertThat(byTheClock).hasSizeGreaterThan(5)
                .allSatisfy(method -> assertThat(method.getAnnotationOfType(Scheduled.class).zone()).as(method.getFullName()).isEqualTo(Vietnam.ZONE));
    }

    @Test
    void nobodyAsksTheMachineForItsZoneButWhoeverHoldsItAgainstThatOfTheDatabase() {
        noClasses().that().doNotBelongToAnyOf(EngineZone.class).should().callMethod(ZoneId.class, "systemDefault").orShould().callMethod(TimeZone.class, "getDefault")
                .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(LocalTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(Calendar.class, "getInstance").check(PROGRAM);
    }

    @Test
    void noStatementGoesByTheZoneOfItsSession() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(ZoneTest::ofTheSession)).isEmpty();
        }
        var jdbc = JdbcClient.create(DATABASE);
        assertThat(jdbc.sql("""
                select proname || ': ' || prosrc from pg_proc where pronamespace = 'public'::regnamespace
                union all select viewname || ': ' || definition from pg_views where schemaname = 'public'
                union all select table_name || '.' || column_name || ': ' || column_default from information_schema.columns
                where table_schema = 'public' and column_default is not null""").query(String.class).list())
                .hasSizeGreaterThan(20).noneMatch(text -> OF_THE_SESSION.matcher(text).find());
    }

    private static boolean ofTheSession(Path file) {
        try {
            return OF_THE_SESSION.matcher(Files.readString(file)).find();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** At any hour it is another day in one of them. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void whatMayGoTodayGoesWhereverTheMachineStands(String zone) throws Exception {
        try (var connection = DATABASE.getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set time zone '%s'".formatted(zone)).update();
            jdbc.sql("delete from audit_retention where kind = 'read'").update();
            jdbc.sql("insert into audit_retention (kind, kept_months, legal_basis, valid_from, valid_until) values ('read', 12, 'x', ?, ?)")
                    .params(LocalDate.now(Vietnam.ZONE_ID), LocalDate.now(Vietnam.ZONE_ID)).update();
            jdbc.sql("insert into audit_event (at, kind, act, outcome) values (now() - interval '2 years', 'read', 'x', 'done')").update();

            assertThatCode(() -> jdbc.sql("delete from audit_event where kind = 'read'").update()).doesNotThrowAnyException();
            jdbc.sql("reset time zone").update();
        }
    }
}
