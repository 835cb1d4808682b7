package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.dossier.DossierContent;

/** The records that tasks bind their forms to are those that the checks compare the forms with. */
class TaskRecordsTest {

    static Stream<Class<?>> contents() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DossierContent.class));
        return scanner.findCandidateComponents("vn.phongtrao").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> !type.getSimpleName().equals("PlainContent"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyTaskSaysWhatItsFormBrings(Class<?> type) {
        var content = (DossierContent<?, ?>) mock(type, CALLS_REAL_METHODS);

        assertThat(content.tasks()).isNotEmpty().allSatisfy(task -> assertThat(task.tasks()).allSatisfy(key ->
                assertThat(BrokenFiles.DECLARED.fieldsOf(content.process() + "-" + key)).containsExactly(task.fields())));
    }
}
