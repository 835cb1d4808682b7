package vn.phongtrao.procedure;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * {@code java -jar phongtrao.jar check FOLDER}: the checks for whoever prepares a change, without database and sign-in.
 * The folder is laid over the files that come with the program.
 */
public final class CheckCommand {

    /** What the command line begins with. */
    public static final String NAME = "check";

    private static final String PROGRAM = "vn.phongtrao";

    private CheckCommand() {
    }

    /**
     * Prints the findings, one a line.
     *
     * @param folders one; none for the files that come with the program alone
     * @return 0 when nothing is wrong, 1 when something is, 2 when there is no such folder
     */
    public static int run(List<String> folders, PrintStream out) {
        if (folders.size() > 1 || !folders.stream().map(Path::of).allMatch(Files::isDirectory)) {
            out.println("Cách dùng: java -jar phongtrao.jar check THƯ-MỤC (thư mục phải có thật): " + folders);
            return 2;
        }
        var findings = findings(folders.stream().map(Path::of).toList());
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "Không có lỗi." : "%d lỗi.".formatted(findings.size()));
        return findings.isEmpty() ? 0 : 1;
    }

    private static List<Finding> findings(List<Path> folders) {
        try (var context = checks()) {
            var files = BuiltInFiles.read(new PathMatchingResourcePatternResolver());
            for (var folder : folders) {
                files = files.under(ProcedureFiles.in(folder));
            }
            return context.getBean(Checks.class).of(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The checks of all modules, and nothing else. */
    static AnnotationConfigApplicationContext checks() {
        var context = new AnnotationConfigApplicationContext();
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProcedureCheck.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(ReadsFiles.class));
        scanner.scan(PROGRAM);
        context.register(Checks.class, Declared.class);
        context.refresh();
        return context;
    }
}
