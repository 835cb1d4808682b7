package vn.phongtrao.citizen;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.KeyRegister.Entry;
import vn.phongtrao.citizen.KeyStatus.Key;
import vn.phongtrao.citizen.KeyStatus.State;

/** Tells administrators how the keys stand; no key itself. */
@Service
public class KeyOverview {

    private final KeyRegister register;
    private final KeyNodes nodes;

    KeyOverview(KeyRegister register, KeyNodes nodes) {
        this.register = register;
        this.nodes = nodes;
    }

    /** Reads every sealed row: a second for a million. */
    @Transactional(readOnly = true)
    public KeyStatus status() {
        var counts = register.counts();
        var entries = register.all();
        var running = nodes.all();
        var ready = running.stream().flatMap(node -> node.keys().stream()).distinct()
                .filter(id -> entries.stream().noneMatch(entry -> entry.id().equals(id)))
                .map(id -> new Key(id, State.READY, null, null, null, null, 0));
        return new KeyStatus(Stream.concat(entries.stream().map(entry -> key(entry, counts)), ready).toList(),
                running.stream().map(node -> new KeyStatus.Node(node.id().toString(), node.keys(), node.seen())).toList(),
                entries.stream().filter(Entry::former).mapToLong(entry -> rows(entry, counts)).sum(), register.digestsAlone());
    }

    private static Key key(Entry entry, Map<String, Long> counts) {
        return new Key(entry.id(), state(entry), entry.since(), entry.replaced(), entry.emptied(), entry.retired(), rows(entry, counts));
    }

    private static long rows(Entry entry, Map<String, Long> counts) {
        return counts.getOrDefault(entry.id(), 0L);
    }

    private static State state(Entry entry) {
        if (entry.inForce()) {
            return State.IN_FORCE;
        }
        if (entry.retired() != null) {
            return State.RETIRED;
        }
        return entry.emptied() == null ? State.FORMER : State.EMPTY;
    }
}
