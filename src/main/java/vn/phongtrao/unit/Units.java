package vn.phongtrao.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The unit catalogue of the province that this deployment serves, and of those whose area it took over. A unit that has
 * ended is found all the same: what it decided is shown, printed and verified for ever.
 */
public interface Units {

    /** The unit at that path, at whatever time. */
    Optional<Unit> find(UnitPath path);

    /**
     * The unit at that path, at whatever time.
     *
     * @throws vn.phongtrao.refusal.Refusal not found
     */
    Unit require(UnitPath path);

    /** The unit at that path, while it is in force: who opens, enters or is assigned something now needs that. */
    Optional<Unit> inForce(UnitPath path);

    /**
     * The unit that does a unit's business on that day: the unit itself while it is in force, then its successor of the
     * same tier, or the one in charge above it where its tier has ended; empty before it began.
     */
    Optional<Unit> inCharge(UnitPath path, LocalDate on);

    /**
     * The units that somebody may mean: the one at that path, at whatever time, or those in force with that code or name,
     * which that of the unit above may follow after a comma ({@code Phường 1, thành phố Bạc Liêu}).
     */
    List<Unit> called(String text);

    /** Paths of the units that have ended and whose business this one does now. */
    List<UnitPath> endedUnder(UnitPath path);

    /** Paths of the unit and of those whose business it does now: what it may choose from, and change. */
    default List<UnitPath> inChargeOf(UnitPath path) {
        return Stream.concat(Stream.of(path), endedUnder(path).stream()).toList();
    }

    /**
     * The unit in charge on that day, or the unit itself where nobody is: whose name papers and pages of that day bear.
     *
     * @throws vn.phongtrao.refusal.Refusal not found
     */
    default Unit acting(UnitPath path, LocalDate on) {
        return inCharge(path, on).orElseGet(() -> require(path));
    }

    /** The unit and the tiers above it, lowest first: commune, district (where there is one), province. */
    List<Unit> lineage(UnitPath path);

    /** The unit at that tier among the unit itself and its ancestors; empty where that tier does not exist. */
    Optional<Unit> atTier(UnitPath path, Tier tier);
}
