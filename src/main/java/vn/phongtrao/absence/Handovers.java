package vn.phongtrao.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.unit.Post;

/** Whose tasks go to somebody else because an absence has begun, and who stands in according to the tables alone. */
@Service
@Transactional
public class Handovers {

    private final AbsenceBook book;
    private final Clock clock;

    Handovers(AbsenceBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Absences that have begun, and whose tasks were not handed over yet. */
    @Transactional(readOnly = true)
    public List<Absence> due() {
        return book.toHandOver(LocalDate.now(clock));
    }

    /** All tasks of that absence went back to their post. */
    public void done(Absence absence) {
        book.handedOver(absence.id());
    }

    /** The posts under which that person signs for somebody today. */
    @Transactional(readOnly = true)
    public List<Post> posts(String user) {
        return book.signing(LocalDate.now(clock)).stream().filter(absence -> absence.deputy().equals(user)
                && absence.state() == Absence.State.CURRENT).map(Absence::post).toList();
    }
}
