package vn.phongtrao.team;

import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** The committee clerks of the province, who enter what its committee decided about teams. */
@Component
class ProvinceClerks {

    private final Units units;

    ProvinceClerks(Units units) {
        this.units = units;
    }

    /**
     * @param what is entered, as the refusal names it
     * @throws Refusal forbidden, but for the clerks of the unit's province
     */
    void require(String unitPath, Officer officer, String what) {
        if (!officer.holds(units.atTier(unitPath, Tier.PROVINCE).orElseThrow().path(), Position.COMMITTEE_CLERK)) {
            throw notAllowed(what);
        }
    }

    /**
     * @param what is entered, as the refusal names it
     * @throws Refusal forbidden, but for the clerks of a province
     */
    void require(Officer officer, String what) {
        if (officer.unitsAs(Position.COMMITTEE_CLERK).stream().flatMap(path -> units.find(path).stream())
                .noneMatch(unit -> unit.tier() == Tier.PROVINCE)) {
            throw notAllowed(what);
        }
    }

    private static Refusal notAllowed(String what) {
        return Refusal.forbidden("Chỉ công chức tham mưu của Ủy ban nhân dân tỉnh được nhập " + what);
    }
}
