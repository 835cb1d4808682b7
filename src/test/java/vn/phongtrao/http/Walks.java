package vn.phongtrao.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import vn.phongtrao.unit.Position;

/**
 * How dossiers of one process go from their start to their end: a few walks that together pass every task. Whatever is
 * tested of all processes over HTTP follows them: who may do what at each task ({@link AccessMatrixIT}), what no form
 * takes ({@link EveryFormIT}), values of every kind in every field ({@link NastyValuesIT}).
 *
 * <p>To cover a new process, write a class beside {@link CommendationWalks}; it is found:
 * <ol>
 * <li>Begin with the shortest walk: a task is opened along the walk that comes to it first.
 * <li>Let {@link Walk#start} make new content at each call (citizen numbers, hamlets, models), because many dossiers
 * are opened; it may walk other dossiers to their end first.
 * <li>A step's fields are what completes its task, computed from the dossier as {@code /api/dossiers/{number}} shows
 * it. Lists of rows that may be left out of a form need a row in the start form, which then serves as sample.
 * </ol>
 * {@link WalksIT} fails while a process or one of its tasks is passed by no walk.
 */
interface Walks {

    /** All of them, by the keys of their processes. */
    List<Walks> ALL = found();

    private static List<Walks> found() {
        var classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(Walks.class));
        return classes.findCandidateComponents(Walks.class.getPackageName()).stream()
                .map(found -> (Walks) BeanUtils.instantiateClass(
                        ClassUtils.resolveClassName(found.getBeanClassName(), null)))
                .sorted(Comparator.comparing(Walks::process)).toList();
    }

    /** Key of the process, and beginning of the names of its forms. */
    String process();

    /** The name of the start form without the process. */
    String startForm();

    List<Walk> walks();

    /**
     * A dossier from its start to its end.
     *
     * @param start the fields of the start form
     */
    record Walk(Actor starter, Function<HttpJourney, Map<String, Object>> start, List<Step> steps) {

        /** The number of steps before the task; more than there are when the walk does not pass it. */
        int stepsTo(String task) {
            return (int) steps.stream().takeWhile(step -> !step.task().equals(task)).count();
        }

        boolean passes(String task) {
            return stepsTo(task) < steps.size();
        }
    }

    /** A task of a walk: whose turn it is, and what completes it. */
    record Step(String task, Actor actor, Function<JsonNode, Map<String, Object>> fields) {

        static Step of(String task, Actor actor, Map<String, Object> fields) {
            return new Step(task, actor, dossier -> fields);
        }

        static Step approve(String task, Position position, String unit) {
            return approve(task, Actor.of(position, unit));
        }

        static Step approve(String task, Actor actor) {
            return of(task, actor, Map.of("outcome", "approve"));
        }

        static Step sendBack(String task, Position position, String unit) {
            return of(task, Actor.of(position, unit), Map.of("outcome", "return", "comment", "Ý kiến mẫu"));
        }

        /** Whether it is given to one person, not to all who hold the post. */
        boolean personal() {
            return task.equals("council-vote");
        }

        boolean isFor(Actor other) {
            return personal() ? other.equals(actor)
                    : other.position() == actor.position() && actor.unit().equals(other.unit());
        }
    }

    /** Tasks of the shared review that no route of this process has. */
    default Set<String> notOnTheRoute() {
        return Set.of();
    }

    default Stream<String> tasks() {
        return walks().stream().flatMap(walk -> walk.steps().stream()).map(Step::task).distinct();
    }
}
