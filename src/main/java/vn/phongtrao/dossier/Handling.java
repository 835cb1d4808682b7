package vn.phongtrao.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** Withdrawing, suspending and resuming a dossier, at any stop before it has ended. */
@Service
@Transactional
public class Handling {

    private final Dossiers dossiers;
    private final Contents contents;
    private final DossierProcess process;

    Handling(Dossiers dossiers, Contents contents, DossierProcess process) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.process = process;
    }

    /** Withdraws the dossier; the originating unit's police officers may, before the decision. */
    public void withdraw(DossierNumber number, String reason, Officer officer) {
        var dossier = take(number, officer, Handling::requireOriginator);
        dossier.requireOpen();
        if (!withdrawable(dossier)) {
            throw Refusal.broken(null, "Hồ sơ %s do cấp trên yêu cầu lập, không rút được".formatted(number));
        }
        dossiers.note(dossier, Action.WITHDRAW, officer, requireOriginator(dossier, officer), reason);
        process.withdraw(number);
    }

    /**
     * Suspends the dossier, for example while a discipline, complaint or inspection is pending (Nghị định
     * 98/2023/NĐ-CP, Điều 4.4; Nghị định 152/2025/NĐ-CP, Điều 4); the unit that holds it may.
     */
    public void suspend(DossierNumber number, String reason, Officer officer) {
        var dossier = take(number, officer, this::requireHolder);
        dossiers.note(dossier, Action.SUSPEND, officer, requireHolder(dossier, officer), reason);
        dossiers.suspend(dossier, reason);
        process.suspend(number);
    }

    /** Lets a suspended dossier go on; the unit that holds it may. */
    public void resume(DossierNumber number, String reason, Officer officer) {
        var dossier = take(number, officer, this::requireHolder);
        var post = requireHolder(dossier, officer);
        var days = dossiers.resume(dossier);
        contents.require(dossier.process()).prolong(dossier, days);
        dossiers.note(dossier, Action.RESUME, officer, post, reason);
        process.resume(number, days);
    }

    /**
     * The dossier, locked for somebody who has the right: it is asked before, so that nobody else makes others wait.
     * What they did meanwhile is asked again afterwards.
     */
    private Dossier take(DossierNumber number, Officer officer, BiFunction<Dossier, Officer, Post> right) {
        right.apply(dossiers.requireVisible(number, officer), officer);
        return dossiers.lock(number);
    }

    private static Post requireOriginator(Dossier dossier, Officer officer) {
        var post = new Post(dossier.unitPath(), Position.POLICE_OFFICER);
        if (!officer.holds(post)) {
            throw Refusal.forbidden("Chỉ đơn vị đề nghị được rút hồ sơ " + dossier.number());
        }
        return post;
    }

    /**
     * What an officer may do with a dossier beside its tasks.
     *
     * @param handOver whether the officer is the head of a body that has a task of it
     * @param officer  whose rights these are
     * @param lastLeft when the dossier left the step before; null for never
     */
    public record Rights(boolean withdraw, boolean suspend, boolean resume, boolean addDocuments, boolean handOver,
                         boolean takeAway, String officer, Instant lastLeft) {
    }

    /** When somebody finished a task of the dossier last: what was added before has left the step it came in. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastLeft(Dossier dossier) {
        return dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> Action.find(step.task()).isEmpty() && !step.automatic()).map(Step::finishedAt).max(Comparator.naturalOrder());
    }

    /** What the officer may do with it now. */
    @Transactional(readOnly = true)
    public Rights rights(Dossier dossier, Officer officer) {
        var suspended = dossier.status() == Status.SUSPENDED;
        var open = !suspended && !dossier.status().closed();
        var waiting = waiting(dossier);
        var holds = (!dossier.status().closed() || !waiting.isEmpty()) && holder(dossier, waiting, officer).isPresent();
        return new Rights(open && officer.holds(dossier.unitPath(), Position.POLICE_OFFICER)
                && withdrawable(dossier), open && holds, suspended && holds, !suspended && holds,
                open && waiting.stream().anyMatch(post -> officer.headOf(post).isPresent()),
                dossier.status().closed() && officer.oversees(dossier.unitPath())
                && !process.running(dossier.number()), officer.id(),
                lastLeft(dossier).orElse(null));
    }

    private boolean withdrawable(Dossier dossier) {
        return contents.require(dossier.process()).withdrawable(dossier);
    }

    /**
     * The officer's post in the unit that holds the dossier now.
     *
     * @throws Refusal forbidden, for officers of other units
     */
    @Transactional(readOnly = true)
    public Post requireHolder(Dossier dossier, Officer officer) {
        return requireHolder(dossier, waiting(dossier), officer);
    }

    /**
     * The same while the dossier is worked on, which may go on after the decision: until what was given has come back.
     *
     * @throws Refusal forbidden likewise; rule broken, while it is suspended or after all was done
     */
    @Transactional(readOnly = true)
    public Post requireWorker(Dossier dossier, Officer officer) {
        var waiting = waiting(dossier);
        if (waiting.isEmpty()) {
            dossier.requireOpen();
        }
        dossier.requireActive();
        return requireHolder(dossier, waiting, officer);
    }

    private static Post requireHolder(Dossier dossier, List<Post> waiting, Officer officer) {
        return holder(dossier, waiting, officer)
                .orElseThrow(() -> Refusal.forbidden("Chỉ đơn vị đang giữ hồ sơ được thực hiện việc này"));
    }

    /** While it has no task of a post's, who decides holds it. @param waiting the posts of its open tasks */
    private static Optional<Post> holder(Dossier dossier, List<Post> waiting, Officer officer) {
        var units = (waiting.isEmpty() ? List.of(dossier.decider()) : waiting).stream().map(Post::unitPath).toList();
        return officer.posts().stream()
                .filter(post -> units.contains(post.unitPath()) && post.position() != Position.COUNCIL_MEMBER)
                .findFirst();
    }

    private List<Post> waiting(Dossier dossier) {
        return process.holders(dossier.number()).stream().flatMap(group -> Post.ofGroup(group).stream()).toList();
    }
}
