package vn.phongtrao.edition;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What {@code java -jar phongtrao.jar check} answers whoever prepares a change: a folder is laid over the files that
 * come with the program and checked with them.
 */
public final class CheckReport {

    private CheckReport() {
    }

    /**
     * Prints the findings, one a line.
     *
     * @param folders one; none for the files that come with the program alone
     * @param read    what a folder's files come to over the built-in ones
     * @param check   what is wrong with files
     * @return 0 when nothing is wrong, 1 when something is, 2 when there is no such folder
     */
    public static int print(Area area, List<String> folders, BinaryOperator<FileTree> read,
                            Function<FileTree, List<Finding>> check, PrintStream out) {
        if (folders.size() > 1 || !folders.stream().map(Path::of).allMatch(Files::isDirectory)) {
            out.println("Cách dùng: %s (thư mục phải có thật): %s".formatted(area.checkCommand(), folders));
            return 2;
        }
        var findings = findings(area, folders, read, check);
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "Không có lỗi." : "%d lỗi.".formatted(findings.size()));
        return findings.isEmpty() ? 0 : 1;
    }

    private static List<Finding> findings(Area area, List<String> folders, BinaryOperator<FileTree> read,
                                          Function<FileTree, List<Finding>> check) {
        var builtIn = BuiltInFiles.read(area, new PathMatchingResourcePatternResolver());
        try {
            return check.apply(folders.isEmpty() ? builtIn
                    : builtIn.under(read.apply(FileTree.in(Path.of(folders.get(0))), builtIn)));
        } catch (UnsoundFiles unreadable) {
            return unreadable.findings();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
