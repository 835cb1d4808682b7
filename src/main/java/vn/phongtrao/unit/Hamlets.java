package vn.phongtrao.unit;

import java.util.List;
import java.util.Optional;

/** The hamlets of the communes, kept by the communes themselves. */
public interface Hamlets {

    /**
     * The hamlets in force of a commune, by code, and after them those of the communes that ended and whose business it
     * does.
     */
    List<Hamlet> of(UnitPath communePath);

    /** One of these by its code, or by its name however it is typed. */
    default Optional<Hamlet> called(UnitPath communePath, String text) {
        return of(communePath).stream().filter(hamlet -> hamlet.isCalled(text)).findFirst();
    }

    /** A hamlet by its path, at whatever time. */
    Optional<Hamlet> find(UnitPath path);

    /** A hamlet in force by its path. */
    Optional<Hamlet> inForce(UnitPath path);

    /**
     * A hamlet in force of the commune, or of one that ended and whose business it does.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, naming field {@code hamlet}
     */
    Hamlet require(UnitPath communePath, String code);
}
