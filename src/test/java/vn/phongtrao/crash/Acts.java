package vn.phongtrao.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the officers know to have done, and what they were told. */
final class Acts {

    private final Map<String, List<Act>> steps = new ConcurrentSkipListMap<>();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Map<String, String> papers = new ConcurrentHashMap<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger count = new AtomicInteger();
    final AtomicInteger cut = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicInteger doneUnanswered = new AtomicInteger();
    final AtomicInteger retried = new AtomicInteger();
    final AtomicInteger refusedConnections = new AtomicInteger();

    /** A task that somebody completed. @param answered whether he was told so; otherwise he found it done */
    record Act(String task, String actor, boolean answered) {

        @Override
        public String toString() {
            return task + " by " + actor;
        }
    }

    void opened(String number) {
        steps.putIfAbsent(number, new ArrayList<>());
    }

    /** By one driver for each dossier. */
    void done(String number, Act act) {
        steps.get(number).add(act);
        count.incrementAndGet();
    }

    /** How many steps were taken. */
    int count() {
        return count.get();
    }

    void decided(String number) {
        decided.add(number);
    }

    /** @param paper where it is read */
    void read(String paper, String digest) {
        var before = papers.putIfAbsent(paper, digest);
        if (before != null && !before.equals(digest)) {
            surprises.add("%s changed".formatted(paper));
        }
    }

    void uploaded(String digest, String number) {
        uploads.put(digest, number);
    }

    void status(int status) {
        statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
    }

    /** Something that a client does not expect, whatever was killed. */
    void surprise(String what) {
        surprises.add(what);
    }

    boolean knows(String number) {
        return steps.containsKey(number);
    }

    Map<String, List<Act>> steps() {
        return steps;
    }

    /** Those that have come to their end. */
    Set<String> decided() {
        return decided;
    }

    /** Where papers are read, with the digests of what was read there first. */
    Map<String, String> papers() {
        return new TreeMap<>(papers);
    }

    /** Numbers of dossiers by the digest of a file that was taken for them. */
    Map<String, String> uploads() {
        return new TreeMap<>(uploads);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    Map<Integer, AtomicInteger> statuses() {
        return statuses;
    }
}
