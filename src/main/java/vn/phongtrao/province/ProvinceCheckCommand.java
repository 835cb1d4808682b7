package vn.phongtrao.province;

import java.io.PrintStream;
import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.CheckReport;
import vn.phongtrao.edition.Finding;

/**
 * {@code java -jar phongtrao.jar check --provinces FOLDER}: what is wrong with files of provinces, without database and
 * sign-in.
 */
public final class ProvinceCheckCommand {

    /** What the command line has before the folder. */
    public static final String OPTION = "--provinces";

    private static final String PROGRAM = "vn.phongtrao";

    private ProvinceCheckCommand() {
    }

    /**
     * Prints the findings, one a line.
     *
     * @param folders one; none for the files that come with the program alone
     * @return 0 when nothing is wrong, 1 when something is, 2 when there is no such folder
     */
    public static int run(List<String> folders, PrintStream out) {
        var tables = tables();
        return CheckReport.print(Area.PROVINCES, folders, (found, builtIn) -> found,
                files -> findings(new ProvinceReader(files, tables)), out);
    }

    private static List<Finding> findings(ProvinceReader read) {
        return read.findings().isEmpty() ? read.missed() : read.findings();
    }

    /** Those of every module, as the program finds them. */
    static List<ProvinceTable<?>> tables() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(ProvinceTable.class));
            scanner.addExcludeFilter(new AssignableTypeFilter(UnitTable.class));
            scanner.scan(PROGRAM);
            context.refresh();
            return context.<ProvinceTable<?>>getBeanProvider(ResolvableType.forClass(ProvinceTable.class)).stream()
                    .toList();
        }
    }
}
