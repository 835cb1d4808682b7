package vn.phongtrao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.TimeZone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

import vn.phongtrao.calendar.Vietnam;

/** Days and nights are those of the country, wherever the machine thinks it stands: containers stand in Greenwich. */
class ZoneTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.phongtrao");

    @Test
    void whatIsDoneAtATimeOfDayIsDoneAtThatTimeInTheCountry() {
        var byTheClock = PROGRAM.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class) && !method.getAnnotationOfType(Scheduled.class).cron().isEmpty()).toList();

        assertThat(byTheClock).hasSizeGreaterThan(5)
                .allSatisfy(method -> assertThat(method.getAnnotationOfType(Scheduled.class).zone()).as(method.getFullName()).isEqualTo(Vietnam.ZONE));
    }

    @Test
    void nobodyAsksTheMachineForItsZone() {
        noClasses().should().callMethod(ZoneId.class, "systemDefault").orShould().callMethod(TimeZone.class, "getDefault")
                .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(LocalTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(Calendar.class, "getInstance").check(PROGRAM);
    }
}
