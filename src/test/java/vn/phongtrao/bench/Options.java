package vn.phongtrao.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is asked for on the command line.
 *
 * @param dossiers in each round with {@link #clients}
 * @param clients  that call at the same time
 * @param warming  dossiers that every server walks before, so that what its JVM compiles is compiled
 * @param rounds   measured ones
 * @param alone    dossiers that one client walks when nobody else calls
 * @param only     names of the servers to measure, all when it is empty
 * @param profile  whether the first server is recorded while it is measured
 * @param open     dossiers that are under way when all is measured once more
 * @param closed   dossiers of the product that have ended then
 * @param lists    how often each list of the product is asked for, 0 for not at all
 * @param papers   of how many people a decision is whose papers are printed, 0 for none
 * @param heap     that each server may take, as the JVM's option has it
 * @param data     folder in which the databases stay, and are found again; null for none
 */
record Options(int dossiers, int clients, int warming, int rounds, int alone, List<String> only, boolean profile, int open, int closed,
               int lists, List<String> at, int papers, String heap, Path data) {

    static final String USAGE = "[--dossiers=300] [--clients=8] [--warming=600] [--rounds=3] [--alone=50] [--only=product,camunda,flowable] [--profile]"
            + " [--open=0] [--closed=0] [--lists=0] [--at=/api/awards,/notices] [--papers=0] [--heap=1g] [--data=FOLDER]";

    /** @throws IllegalArgumentException for anything that is not in {@link #USAGE} */
    static Options of(String... arguments) {
        var given = new ArrayList<>(Arrays.asList(arguments));
        var options = new Options(number(given, "dossiers", 300), number(given, "clients", 8), number(given, "warming", 600),
                number(given, "rounds", 3), number(given, "alone", 50), texts(given, "only"), given.remove("--profile"),
                number(given, "open", 0), number(given, "closed", 0), number(given, "lists", 0), texts(given, "at"),
                number(given, "papers", 0), Objects.requireNonNullElse(text(given, "heap"), "1g"), folder(given));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("%s is none of %s".formatted(given, USAGE));
        }
        return options;
    }

    boolean measures(String server) {
        return only.isEmpty() || only.contains(server.toLowerCase(Locale.ROOT));
    }

    boolean fills() {
        return open + closed > 0;
    }

    private static Path folder(List<String> given) {
        var text = text(given, "data");
        return text == null ? null : Path.of(text).toAbsolutePath();
    }

    private static int number(List<String> given, String name, int otherwise) {
        var text = text(given, name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static List<String> texts(List<String> given, String name) {
        var text = text(given, name);
        return text == null ? List.of() : List.of(text.split(","));
    }

    private static String text(List<String> given, String name) {
        var start = "--" + name + "=";
        var found = given.stream().filter(argument -> argument.startsWith(start)).findFirst();
        found.ifPresent(given::remove);
        return found.map(argument -> argument.substring(start.length())).orElse(null);
    }
}
