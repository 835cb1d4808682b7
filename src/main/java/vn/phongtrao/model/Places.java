package vn.phongtrao.model;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Where models and sites work: in a hamlet of a commune, or in a unit as a whole. */
@Component
class Places {

    private final Hamlets hamlets;
    private final Units units;

    Places(Hamlets hamlets, Units units) {
        this.hamlets = hamlets;
        this.units = units;
    }

    /**
     * A place in a unit.
     *
     * @param hamlet code; null for the whole unit
     * @throws vn.phongtrao.refusal.Refusal rule broken, naming field {@code hamlet}, when the unit has none with that
     *                                      code
     */
    Place of(UnitPath unitPath, String hamlet) {
        return hamlet == null ? new Place(unitPath, null, null)
                : new Place(unitPath, hamlet, hamlets.require(unitPath, hamlet).name());
    }

    /** For example {@code Khóm 1, Phường 2}. */
    String inWords(Place place) {
        return place.hamletName() == null ? nameOf(place.unitPath())
                : place.hamletName() + ", " + nameOf(place.unitPath());
    }

    /** The name of the unit in charge on that day. */
    String actingAt(UnitPath unitPath, LocalDate on) {
        return units.acting(unitPath, on).fullName();
    }

    String nameOf(UnitPath unitPath) {
        return units.find(unitPath).map(unit -> unit.fullName()).orElse(unitPath.value());
    }
}
