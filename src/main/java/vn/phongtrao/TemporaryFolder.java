package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

import org.springframework.boot.SpringApplication;

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
            // Java's own hooks run side by side: what was begun would lose its files while it is being finished
            SpringApplication.getShutdownHandlers().add(() -> leave(own, held));
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

    /** Locked before it has its name: whoever clears finds no lock yet, or one that is held. */
    private static FileLock hold(Path folder) throws IOException {
        var unnamed = folder.resolve(LOCK + "-soon");
        var held = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).lock();
        Files.move(unnamed, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        return held;
    }

    /** Takes away what programs of this user left that have ended. Others' folders, and what only looks like one, stay. No start fails over it. */
    static void clear(Path shared, Path own) {
        try (var folders = Files.newDirectoryStream(shared, PREFIX + "*")) {
            for (var folder : folders) {
                if (!folder.equals(own) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && sameOwner(folder, own) && ended(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException unread) {
            // the next start tries again
        }
    }

    /** Another program that starts may be taking it away. */
    private static boolean sameOwner(Path folder, Path own) {
        try {
            return Files.getOwner(folder).equals(Files.getOwner(own));
        } catch (IOException gone) {
            return false;
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
