package vn.phongtrao.watch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;

class HealthPartsTest {

    /** Spring Boot catches nothing around a part: one that throws would take the place of all others. */
    @Test
    void aPartThatCannotBeAskedIsDownAndNoFault() {
        classes().that().areAssignableTo(HealthIndicator.class).should().beAssignableTo(AbstractHealthIndicator.class).check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.phongtrao"));
    }
}
