package vn.phongtrao.safearea;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** Who keeps what is entered of a commune: its police officers, and those of the tiers above. */
final class Keepers {

    private Keepers() {
    }

    /**
     * @param register that is kept, within a sentence
     * @throws Refusal forbidden, for others
     */
    static void require(UnitPath commune, Officer officer, String register) {
        if (officer.unitsAs(Position.POLICE_OFFICER).stream().noneMatch(unit -> unit.covers(commune))) {
            throw notAKeeper(register);
        }
    }

    /** @throws Refusal forbidden, for whoever keeps nothing anywhere */
    static void requireAny(Officer officer, String register) {
        if (!areKeepers(officer)) {
            throw notAKeeper(register);
        }
    }

    static boolean areKeepers(Officer officer) {
        return !officer.unitsAs(Position.POLICE_OFFICER).isEmpty();
    }

    private static Refusal notAKeeper(String register) {
        return Refusal.forbidden("Chỉ cán bộ Công an của đơn vị và cấp trên được cập nhật " + register);
    }
}
