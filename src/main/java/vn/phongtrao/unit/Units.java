package vn.phongtrao.unit;

import java.util.List;
import java.util.Optional;

/** The unit catalogue of the province that this deployment serves. */
public interface Units {

    Optional<Unit> find(String path);

    /** @throws vn.phongtrao.refusal.Refusal not found */
    Unit require(String path);

    /** The unit and the tiers above it, lowest first: commune, district (where there is one), province. */
    List<Unit> lineage(String path);

    /** The unit at that tier among the unit itself and its ancestors; empty where that tier does not exist. */
    Optional<Unit> atTier(String path, Tier tier);
}
