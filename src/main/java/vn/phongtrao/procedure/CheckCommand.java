package vn.phongtrao.procedure;

import java.io.PrintStream;
import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.CheckReport;

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
        try (var context = checks()) {
            return CheckReport.print(Area.PROCESSES, folders, TableSheets::read, context.getBean(Checks.class)::of, out);
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
