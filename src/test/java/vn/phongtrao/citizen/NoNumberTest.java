package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.procedure.FieldsOf;

/** Reasons and notes are kept as they are typed, so numbers of papers do not come in by them. */
class NoNumberTest {

    private static final Pattern TYPED = Pattern.compile("reason|note|\\w+Reason");

    record Reason(@NoNumber String reason) {
    }

    @Test
    void aTextWithTheNumberOfSomebodysPapersIsRefused() {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(new Reason("Theo đơn của ông A, CCCD 095 080 000 123"))).singleElement()
                    .satisfies(wrong -> assertThat(wrong.getMessage()).isEqualTo("không ghi số căn cước, số giấy tờ của một người vào đây"));
            for (var fine : new String[]{null, "", "Hồ sơ KT-31813-2024-00001, số tiền 100.000.000 đồng"}) {
                assertThat(validation.getValidator().validate(new Reason(fine))).isEmpty();
            }
        }
    }

    @Test
    void everyReasonAndNoteThatIsAskedForIsSuchAText() {
        var asked = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.phongtrao").stream()
                .map(JavaClass::reflect).flatMap(NoNumberTest::asked).toList();

        assertThat(asked).hasSizeGreaterThan(15).allSatisfy(one -> assertThat(one.isAnnotationPresent(NoNumber.class)).as(one.toString()).isTrue());
    }

    /** What comes by a body or a form has constraints, or is of a form; answers have none. */
    private static Stream<? extends AnnotatedElement> asked(Class<?> type) {
        var components = !type.isRecord() ? Stream.<AnnotatedElement>of() : Arrays.stream(type.getRecordComponents())
                .filter(component -> typed(component.getName()) && component.getType() == String.class && isAsked(type))
                .map(component -> field(type, component.getName()));
        var parameters = Arrays.stream(type.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class) && typed(parameter.getName()));
        return Stream.concat(components, parameters);
    }

    private static boolean typed(String name) {
        return TYPED.matcher(name).matches();
    }

    private static boolean isAsked(Class<?> type) {
        return type.isAnnotationPresent(FieldsOf.class)
                || Arrays.stream(type.getDeclaredFields()).anyMatch(field -> constrained(field.getAnnotations()));
    }

    private static AnnotatedElement field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException missing) {
            throw new AssertionError(missing);
        }
    }

    private static boolean constrained(Annotation[] annotations) {
        return List.of(annotations).stream().anyMatch(annotation -> annotation.annotationType().getPackageName().equals(Size.class.getPackageName()));
    }
}
