package vn.phongtrao.citizen;

import java.time.Instant;
import java.util.List;

/**
 * The keys of this deployment, by their ids alone, and how far what they have sealed is sealed anew.
 *
 * @param keys         the first one before the later ones; those that only the settings know come last
 * @param nodes        nodes that run, with the ids of the keys that each knows
 * @param toSeal       how many numbers and texts are sealed with former keys
 * @param digestsAlone rows that know a person by a digest whose number stands nowhere: it stays under the key that made it
 */
public record KeyStatus(List<Key> keys, List<Node> nodes, long toSeal, long digestsAlone) {

    /**
     * A key.
     *
     * @param since null for one that only the settings know, as {@code replaced}, {@code emptied}, {@code retired}
     * @param rows  how many numbers and texts are sealed with it
     */
    public record Key(String id, State state, Instant since, Instant replaced, Instant emptied, Instant retired, long rows) {
    }

    /** What becomes of a key, in this order. */
    public enum State {
        /** In the settings of a node, and not used yet. */
        READY,
        IN_FORCE,
        /** What it has sealed is being sealed anew. */
        FORMER,
        /** Nothing is sealed with it: it can be taken out of the settings. */
        EMPTY,
        RETIRED
    }

    /** A node that runs. */
    public record Node(String id, List<String> keys, Instant seen) {
    }
}
