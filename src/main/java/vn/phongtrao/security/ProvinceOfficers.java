package vn.phongtrao.security;

import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What is entered for a whole province is entered by those who hold a position at its own tier. */
@Component
public class ProvinceOfficers {

    private final Units units;

    ProvinceOfficers(Units units) {
        this.units = units;
    }

    /**
     * @param what is entered, as the refusal names it
     * @throws Refusal forbidden, but for those who hold the position in the unit's province
     */
    public void require(UnitPath unitPath, Officer officer, Position position, String what) {
        if (!officer.holds(units.atTier(unitPath, Tier.PROVINCE).orElseThrow().path(), position)) {
            throw notAllowed(position, what);
        }
    }

    /**
     * @param what is entered, as the refusal names it
     * @throws Refusal forbidden, but for those who hold the position in a province
     */
    public void require(Officer officer, Position position, String what) {
        if (!hold(officer, position)) {
            throw notAllowed(position, what);
        }
    }

    /** Whether the officer holds the position in a province. */
    public boolean hold(Officer officer, Position position) {
        return officer.unitsAs(position).stream().flatMap(path -> units.inForce(path).stream())
                .anyMatch(unit -> unit.tier() == Tier.PROVINCE);
    }

    private static Refusal notAllowed(Position position, String what) {
        return Refusal.forbidden("Chỉ %s được nhập %s".formatted(
                position == Position.POLICE_OFFICER ? "cán bộ Công an tỉnh"
                        : "công chức tham mưu của Ủy ban nhân dân tỉnh", what));
    }
}
