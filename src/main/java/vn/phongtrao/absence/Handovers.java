package vn.phongtrao.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.unit.Post;

/** Whose tasks go to somebody else because an absence has begun, and who stands in according to the tables alone. */
@Service
@Transactional
public class Handovers {

    /** Who acts when nobody does; no account is called so. */
    private static final String SYSTEM = "hệ thống";

    private final AbsenceBook book;
    private final ActiveDeputies deputies;
    private final Clock clock;

    Handovers(AbsenceBook book, ActiveDeputies deputies, Clock clock) {
        this.book = book;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** Absences that have begun, and whose tasks were not handed over yet. */
    @Transactional(readOnly = true)
    public List<Absence> due() {
        return book.toHandOver(LocalDate.now(clock));
    }

    /** Where somebody is recorded as absent today. */
    @Transactional(readOnly = true)
    public Optional<Absence> of(String user) {
        var today = LocalDate.now(clock);
        return book.during(today, today, List.of(user)).stream().filter(absence -> absence.absent().equals(user)).findFirst();
    }

    /** All tasks of that absence went back to their post. */
    public void done(Absence absence) {
        book.handedOver(absence.id());
    }

    /** Absences in which somebody signs for somebody today. */
    @Transactional(readOnly = true)
    public List<Absence> current() {
        return book.signing(LocalDate.now(clock)).stream()
                .filter(absence -> absence.state() == Absence.State.CURRENT).toList();
    }

    /** Nobody signs for somebody who holds the post no more. @return false where it has ended before */
    public boolean endForLeaver(Absence absence) {
        var ended = book.end(absence.id(), "ended", SYSTEM);
        deputies.forget();
        return ended;
    }

    /** The posts under which that person signs for somebody today. */
    @Transactional(readOnly = true)
    public List<Post> posts(String user) {
        return current().stream().filter(absence -> absence.deputy().equals(user)).map(Absence::post).toList();
    }
}
