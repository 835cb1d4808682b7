package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.absence.Absence;
import vn.phongtrao.absence.Handovers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.security.PostLeavers;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;
import vn.phongtrao.workflow.TakenTasks.Taken;

/**
 * Gives back, on every node and each task once, what was taken by somebody who is absent from today on, who holds the
 * post no more, or who stood in for somebody until yesterday.
 */
@Component
class GivenBackTasks {

    private static final Logger LOG = LoggerFactory.getLogger(GivenBackTasks.class);

    private final TakenTasks tasks;
    private final Handovers handovers;
    private final PostHolders holders;
    private final PostLeavers leavers;
    private final Units units;
    private final Clock clock;

    GivenBackTasks(TakenTasks tasks, Handovers handovers, PostHolders holders, PostLeavers leavers, Units units,
                   Clock clock) {
        this.tasks = tasks;
        this.handovers = handovers;
        this.holders = holders;
        this.leavers = leavers;
        this.units = units;
        this.clock = clock;
    }

    /** On the first day of an absence. */
    @Scheduled(fixedDelayString = "${phongtrao.absences.hand-over-every:30s}",
            initialDelayString = "${phongtrao.absences.hand-over-every:30s}")
    void handOver() {
        var due = handovers.due();
        if (due.isEmpty()) {
            return;
        }
        var taken = tasks.all();
        for (var absence : due) {
            var all = taken.stream().filter(task -> task.user().equals(absence.absent()) && task.posts().stream()
                    .anyMatch(post -> today(post).equals(absence.post()))).toList();
            if (all.stream().filter(task -> giveBack(task, why(absence))).count() == all.size()) {
                handovers.done(absence);
            }
        }
    }

    private static String why(Absence absence) {
        return "Nhiệm vụ “%%s” trở lại cho người giữ chức vụ và người thay là %s, vì %s vắng từ %s đến %s"
                .formatted(plain(absence.instead()), plain(absence.who()), Wording.day(absence.from()),
                        Wording.day(absence.to()));
    }

    /** Nobody signs for somebody who left, either. Nothing happens while Keycloak does not say who holds posts. */
    @Scheduled(fixedDelayString = "${phongtrao.absences.look-for-leavers-every:5m}",
            initialDelayString = "${phongtrao.absences.look-for-leavers-every:5m}")
    void takeFromLeavers() {
        try {
            handovers.current().stream().filter(absence -> !holders.holds(absence.absent(), absence.post())
                    && leavers.hasLeft(absence.absent(), List.of(absence.post()))).forEach(handovers::endForLeaver);
            tasks.all().stream().filter(task -> task.posts().stream().noneMatch(post -> holds(task.user(), post)))
                    .filter(task -> leavers.hasLeft(task.user(), task.posts()))
                    .forEach(task -> giveBack(task, "Nhiệm vụ “%%s” trở lại cho người giữ chức vụ, vì %s không còn giữ "
                            .formatted(plain(task.user())) + "hoặc không còn làm thay chức vụ này"));
        } catch (Refusal unknown) {
            LOG.warn("Tasks of those who left wait: {}", unknown.getMessage());
        }
    }

    private boolean holds(String user, Post post) {
        return holders.holds(user, post) || handovers.posts(user).contains(today(post))
                && Arrays.stream(Position.values()).map(position -> new Post(post.unitPath(), position))
                        .filter(post::besides).anyMatch(own -> holders.holds(user, own));
    }

    private Post today(Post post) {
        return post.inCharge(units, LocalDate.now(clock));
    }

    /** @return whether the task is in nobody's hands, or another's */
    private boolean giveBack(Taken task, String why) {
        try {
            tasks.giveBack(task, why);
            return true;
        } catch (Refusal busy) {
            LOG.info("A task of {} is given back later: {}", task.number(), busy.getMessage());
            return false;
        }
    }

    /** A name within a text that is filled in later. */
    private static String plain(String name) {
        return name.replace("%", "%%");
    }
}
