package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A temporary folder of this program's own, for all that it and its libraries put down: uploads, papers being put into bundles, what Tomcat needs.
 * Nobody else can look into it. It goes with the program; what a program left that was killed goes when the next one starts. Java itself goes on
 * with the folder that it was started with, so whoever writes here says so: by {@code java.io.tmpdir}, as it is when it is asked.
 */
final class TemporaryFolder {

    private static final String PROPERTY = "java.io.tmpdir";
    private static final String PREFIX = "phongtrao-";
    /** Held by the program whose folder it is, until it has ended in whatever way. */
    private static final String LOCK = ".held";

    private static boolean taken;

    private TemporaryFolder() {
    }

    /** To be called before anything asks for a temporary file. @throws UncheckedIOException where none can be made */
    static void take() {
        take(Path.of(System.getProperty(PROPERTY)));
    }

    /** Whether this program has one: tests, which share one Java, have none. */
    static boolean taken() {
        return taken;
    }

    private static void take(Path shared) {
        try {
            var own = create(shared.resolve(PREFIX + UUID.randomUUID()));
            var held = hold(own);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(own, held)));
            clear(shared, own);
            System.setProperty(PROPERTY, own.toString());
            taken = true;
        } catch (IOException none) {
            throw new UncheckedIOException("No temporary folder can be made in %s (-D%s)".formatted(shared, PROPERTY), none);
        }
    }

    private static Path create(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    private static FileLock hold(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
    }

    /** Takes away what programs of this user left that have ended. Others' folders, and what only looks like one, stay. */
    private static void clear(Path shared, Path own) throws IOException {
        try (var folders = Files.newDirectoryStream(shared, PREFIX + "*")) {
            for (var folder : folders) {
                if (!folder.equals(own) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.getOwner(folder).equals(Files.getOwner(own))
                        && ended(folder)) {
                    delete(folder);
                }
            }
        }
    }

    /** One that has no lock yet may be about to get it. */
    private static boolean ended(Path folder) {
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException held) {
            return false;
        }
    }

    private static void leave(Path folder, FileLock held) {
        delete(folder);
        try {
            held.acquiredBy().close();
        } catch (IOException ending) {
            // it ends with the program
        }
    }

    /** As far as that goes: somebody may still be writing. */
    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            // the next start tries again, where the lock is still there
        }
    }
}
