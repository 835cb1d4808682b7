package vn.phongtrao;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * A stream of rows keeps its connection until it is closed: one that nobody closes takes a connection from the pool for ever. Rows are read
 * as a list; what is too long for one goes through {@code RegisterQuery}, along the chain of audits, or is proved after a restore: all close.
 */
class OpenRowsTest {

    private static final DescribedPredicate<JavaCall<?>> STREAM_OF_ROWS = target(owner(nameMatching(".*JdbcClient\\$MappedQuerySpec")))
            .and(target(name("stream"))).or(target(name("queryForStream"))).as("a stream of rows");

    @Test
    void nobodyElseLeavesRowsOpen() {
        noClasses().that(DescribedPredicate.not(nameMatching("vn\\.phongtrao\\.(register\\.RegisterQuery|audit\\.Chain\\$Check|backup\\.Keys)")))
                .should().callMethodWhere(STREAM_OF_ROWS)
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.phongtrao"));
    }
}
