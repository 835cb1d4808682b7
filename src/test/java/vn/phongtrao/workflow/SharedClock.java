package vn.phongtrao.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import vn.phongtrao.calendar.BusinessClock;

/** One time for several nodes that a test moves forward: a file says how far it is from the real one. */
final class SharedClock extends Clock implements BusinessClock {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Path file;
    private volatile Duration offset;

    SharedClock(Path file, LocalDateTime now) {
        this.file = file;
        moveTo(now);
    }

    /** That of another process. */
    SharedClock(Path file) {
        this.file = file;
        read();
    }

    void moveTo(LocalDateTime now) {
        moveBy(Duration.between(Instant.now(), now.atZone(VIETNAM).toInstant()).minus(offset == null ? Duration.ZERO : offset));
    }

    void moveBy(Duration time) {
        offset = offset == null ? time : offset.plus(time);
        ClockUtil.offset(offset.toMillis());
        try {
            var written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), offset.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Takes over what another process writes, until this one ends. */
    void follow() {
        var thread = new Thread(() -> {
            while (true) {
                read();
                ClockUtil.offset(offset.toMillis());
                try {
                    Thread.sleep(50);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        }, "shared clock");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            offset = Duration.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
