package vn.phongtrao.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.phongtrao.http.Walks.Step;
import vn.phongtrao.http.Walks.Walk;

/** An open task of every kind of a process, each in a dossier of its own, opened when first asked for. */
class OpenTasks {

    private final HttpJourney journey;
    private final String process;
    private final List<Walk> walks;
    private final Map<String, Open> open = new HashMap<>();

    OpenTasks(HttpJourney journey, Walks walks) {
        this.journey = journey;
        this.process = walks.process();
        this.walks = walks.walks();
    }

    private record Open(String dossier, String id, Walk walk, Step step) {

        int steps() {
            return walk.stepsTo(step.task());
        }
    }

    /** Opens the task in the dossier of one before it, which is then open no more; it costs less than a new dossier. */
    void goOnTo(String task) {
        var walk = to(task);
        open.values().stream().filter(one -> one.walk() == walk && one.steps() < walk.stepsTo(task))
                .max(Comparator.comparing(Open::steps)).ifPresent(before -> {
                    open.remove(before.step().task());
                    open.put(task, goOn(before.dossier(), walk, before.steps(), task));
                });
    }

    String dossier(String task) {
        return of(task).dossier();
    }

    String id(String task) {
        return of(task).id();
    }

    /** The demo account whose turn it is. */
    String account(String task) {
        return of(task).step().actor().account();
    }

    /** What the task's form takes. */
    Map<String, Object> valid(String task) {
        var found = of(task);
        return found.step().fields().apply(journey.show(found.dossier()));
    }

    /** What the start form takes. */
    Map<String, Object> proposal() {
        return new LinkedHashMap<>(walks.get(0).start().apply(journey));
    }

    /** The demo account that starts. */
    String starter() {
        return walks.get(0).starter().account();
    }

    /** Forgets the task, which has been completed. */
    void renew(String task) {
        open.remove(task);
    }

    /** Forgets the tasks, of which one has been completed. */
    void renew() {
        open.clear();
    }

    private Open of(String task) {
        return open.computeIfAbsent(task, this::open);
    }

    private Open open(String task) {
        var walk = to(task);
        return goOn(journey.start(process, walk), walk, 0, task);
    }

    private Open goOn(String number, Walk walk, int from, String task) {
        walk.steps().subList(from, walk.stepsTo(task)).forEach(step -> journey.take(number, step));
        var step = walk.steps().get(walk.stepsTo(task));
        return new Open(number, journey.task(number, task, step.actor().account()).id(), walk, step);
    }

    /** The shortest way to the task. */
    private Walk to(String task) {
        return walks.stream().filter(one -> one.passes(task)).min(Comparator.comparing(one -> one.stepsTo(task)))
                .orElseThrow();
    }
}
