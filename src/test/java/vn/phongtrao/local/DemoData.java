package vn.phongtrao.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of a demo, used by one run at a time. When a run was killed, its PostgreSQL and Keycloak may still be
 * there: the next run stops them, because a lock that could be taken says that their owner is gone.
 */
final class DemoData {

    private static final int PATIENCE_SECONDS = 15;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Held until this JVM ends. */
    private static FileLock lock;

    private final Path folder;

    private DemoData(Path folder) {
        this.folder = folder;
    }

    /** @param fresh forget what earlier runs left */
    static DemoData open(DemoProvince province, boolean fresh) throws IOException {
        var data = new DemoData(Path.of(".data", province.id()).toAbsolutePath());
        Files.createDirectories(data.folder);
        data.lock();
        data.stopLeftOvers();
        if (fresh) {
            FileSystemUtils.deleteRecursively(data.postgres());
        }
        return data;
    }

    Path folder() {
        return folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    private void lock() throws IOException {
        lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        if (lock == null) {
            throw new IllegalStateException("Bản chạy thử của " + folder + " đang chạy");
        }
    }

    private void stopLeftOvers() throws IOException {
        stopLeftOver(folder.resolve(LocalKeycloak.PROCESS_FILE));
        stopLeftOver(postgres().resolve("postmaster.pid"));
    }

    /** The file's first line is the process; one that is younger than the file has only the same number. */
    private static void stopLeftOver(Path file) throws IOException {
        if (Files.exists(file)) {
            var written = Files.getLastModifiedTime(file).toInstant().plus(CLOCK_TOLERANCE);
            ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).trim()))
                    .filter(process -> process.info().startInstant().filter(written::isAfter).isPresent())
                    .ifPresent(DemoData::stop);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
