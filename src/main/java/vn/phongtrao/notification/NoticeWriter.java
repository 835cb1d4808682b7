package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.decision.DecisionRevoked;
import vn.phongtrao.dossier.DeadlineNear;
import vn.phongtrao.dossier.DeadlinePassed;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierEnded;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Mentioned;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.dossier.TaskArrived;
import vn.phongtrao.dossier.TaskEnded;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.dossier.TaskHandedOver;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * Writes notices within the transaction that does what they tell: they are there together, or neither is. A post is
 * written to once, however many hold it; nobody is told of what he did himself.
 */
@Component
class NoticeWriter {

    private final Dossiers dossiers;
    private final CurrentOfficer officer;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeWriter(Dossiers dossiers, CurrentOfficer officer, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.officer = officer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A dossier that came back for supplement says so by the task that it brings. */
    @EventListener
    void tell(TaskArrived arrived) {
        var dossier = arrived.dossier();
        var kind = dossier.status() == Status.SUPPLEMENTING ? NoticeKind.TASK_RETURNED : NoticeKind.TASK_ARRIVED;
        write(dossier, kind, arrived.user() == null ? Addressee.of(arrived.post()) : Addressee.of(arrived.user()),
                new About(arrived.task(), arrived.stop(), null));
    }

    @EventListener
    void tell(TaskGivenBack back) {
        write(back.dossier(), NoticeKind.TASK_GIVEN_BACK, Addressee.of(back.post()), new About(back.task(), null, null));
    }

    @EventListener
    void tell(TaskHandedOver over) {
        write(over.dossier(), NoticeKind.TASK_HANDED_OVER, Addressee.of(over.user()), new About(over.task(), over.stop(), null));
    }

    @EventListener
    void tell(DeadlineNear near) {
        remind(near.dossier(), NoticeKind.DEADLINE_NEAR, new About(near.task(), near.stop(), near.dueOn()), near.told(), near.users());
    }

    @EventListener
    void tell(DeadlinePassed passed) {
        remind(passed.dossier(), NoticeKind.DEADLINE_PASSED, new About(passed.task(), passed.stop(), passed.dueOn()),
                passed.told(), passed.users());
    }

    /** The last reminder says all that those before it have said. */
    private void remind(Dossier dossier, NoticeKind kind, About about, Set<Post> posts, Set<String> users) {
        jdbc.sql("""
                        update notice set over = true
                        where dossier_number = :dossier and task = :task and stop is not distinct from :stop and not over
                          and kind in (:reminders)""")
                .param("dossier", dossier.number().value()).param("task", about.task)
                .param("stop", about.stop, Types.INTEGER)
                .param("reminders", List.of(NoticeKind.DEADLINE_NEAR.id(), NoticeKind.DEADLINE_PASSED.id())).update();
        Stream.concat(posts.stream().map(Addressee::of), users.stream().map(Addressee::of))
                .forEach(to -> write(dossier, kind, to, about));
    }

    @EventListener
    void tell(Mentioned mentioned) {
        mentioned.users().forEach(user -> write(mentioned.dossier(), NoticeKind.MENTIONED, Addressee.of(user), About.THE_DOSSIER));
    }

    /** What was told of a task is of no more use once it has ended, whoever was told it. */
    @EventListener
    void end(TaskEnded ended) {
        jdbc.sql("""
                        update notice set over = true
                        where dossier_number = :dossier and task = :task and (stop is null or stop = :stop) and not over
                          and (:person::text is null or person = :person)""")
                .param("dossier", ended.dossier().number().value()).param("task", ended.task())
                .param("stop", ended.stop(), Types.INTEGER).param("person", ended.user(), Types.VARCHAR).update();
    }

    @EventListener
    void tell(DossierEnded ended) {
        var dossier = ended.dossier();
        write(dossier, NoticeKind.of(ended.status()), proposer(dossier), About.THE_DOSSIER);
    }

    /** Of the dossier that was decided on, not of that which revokes. */
    @EventListener
    void tell(DecisionRevoked revoked) {
        var dossier = dossiers.require(revoked.dossierNumber());
        write(dossier, NoticeKind.REVOKED, proposer(dossier), About.THE_DOSSIER);
    }

    /** Who opened it; the post that does it where the program has. */
    private static Addressee proposer(Dossier dossier) {
        return dossier.proposer().map(Addressee::of)
                .orElseGet(() -> Addressee.of(new Post(dossier.unitPath(), Position.POLICE_OFFICER)));
    }

    /** One of both is null. */
    private record Addressee(String post, String person) {

        static Addressee of(Post post) {
            return new Addressee(post.group(), null);
        }

        static Addressee of(String person) {
            return new Addressee(null, person);
        }
    }

    /** Null is what a notice is not about. */
    private record About(String task, Integer stop, LocalDate dueOn) {

        static final About THE_DOSSIER = new About(null, null, null);
    }

    private void write(Dossier dossier, NoticeKind kind, Addressee to, About about) {
        var causer = officer.find().map(Officer::id).orElse(null);
        if (to.person != null && to.person.equals(causer)) {
            return;
        }
        jdbc.sql("""
                        insert into notice (at, dossier_number, kind, post, person, task, stop, due_on, caused_by)
                        values (:at, :dossier, :kind, :post, :person, :task, :stop, :due, :causer)""")
                .param("at", Timestamp.from(clock.instant())).param("dossier", dossier.number().value())
                .param("kind", kind.id()).param("post", to.post).param("person", to.person)
                .param("task", about.task).param("stop", about.stop, Types.INTEGER)
                .param("due", about.dueOn, Types.DATE).param("causer", causer).update();
    }
}
