package vn.phongtrao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says about processes ({@code man 5 proc}). */
final class ProcessorTime {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;

    private ProcessorTime() {
    }

    /** Seconds that a process has used. */
    static double of(long pid) {
        return sum(pid, 2);
    }

    /** Seconds that a process and its children have used, the ended ones too. */
    static double withChildren(long pid) {
        return sum(pid, 4) + ProcessHandle.of(pid).orElseThrow().children()
                .mapToDouble(child -> of(child.pid())).sum();
    }

    /** Resident memory in MB. */
    static long memory(long pid) {
        return read(pid, "status").lines().filter(line -> line.startsWith("VmRSS:")).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).orElseThrow();
    }

    /** @param fields user and system time, then those of children that have ended */
    private static double sum(long pid, int fields) {
        var stat = read(pid, "stat");
        var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int field = USER_TIME; field < USER_TIME + fields; field++) {
            ticks += Long.parseLong(values[field]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
