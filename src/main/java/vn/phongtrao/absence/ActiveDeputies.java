package vn.phongtrao.absence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.Deputies;
import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.PostDeputies;
import vn.phongtrao.unit.Post;

/**
 * Answers from what it has read in the background, so that no request asks the database: what another node enters counts
 * within half a minute here, and within a minute if the background should stand still.
 */
@Component
class ActiveDeputies implements Deputies, PostDeputies {

    private static final long OLDEST = Duration.ofSeconds(50).toNanos();

    private final AbsenceBook book;
    private final Clock clock;
    private volatile Known known;

    ActiveDeputies(AbsenceBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** @param at when it was read, as {@link System#nanoTime} has it */
    private record Known(List<Absence> absences, long at) {
    }

    @Override
    public List<Deputising> of(String user) {
        return today().filter(absence -> absence.deputy().equals(user)).map(ActiveDeputies::deputising).toList();
    }

    @Override
    public List<String> of(Post post) {
        return today().filter(absence -> absence.post().equals(post)).map(Absence::deputy).toList();
    }

    private Stream<Absence> today() {
        var today = LocalDate.now(clock);
        return known().stream().filter(absence -> !today.isBefore(absence.from()) && !today.isAfter(absence.to()));
    }

    @Scheduled(fixedDelayString = "${phongtrao.absences.read-every:25s}")
    List<Absence> read() {
        var read = new Known(book.signing(LocalDate.now(clock)), System.nanoTime());
        known = read;
        return read.absences;
    }

    /** Lets the next question read again. */
    void forget() {
        known = null;
    }

    private List<Absence> known() {
        var last = known;
        return last == null || System.nanoTime() - last.at > OLDEST ? read() : last.absences;
    }

    static Deputising deputising(Absence absence) {
        return new Deputising(absence.post(), absence.absent(), absence.absentName(), absence.manner(), absence.title());
    }
}
