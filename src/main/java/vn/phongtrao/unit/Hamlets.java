package vn.phongtrao.unit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hamlets of the communes, kept by the communes themselves. */
public interface Hamlets {

    /** The hamlets of a commune that are in force, by code. */
    List<Hamlet> of(UnitPath communePath);

    /** A hamlet by its path, at whatever time. */
    Optional<Hamlet> find(UnitPath path);

    /** A hamlet in force by its path. */
    Optional<Hamlet> inForce(UnitPath path);

    /**
     * A hamlet of the commune that is in force.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, naming field {@code hamlet}
     */
    Hamlet require(UnitPath communePath, String code);

    /** The hamlets of a commune as options of a form: {@code value} is the code, {@code label} the name. */
    default List<Map<String, String>> options(UnitPath communePath) {
        return of(communePath).stream().map(hamlet -> Map.of("value", hamlet.code(), "label", hamlet.name())).toList();
    }
}
