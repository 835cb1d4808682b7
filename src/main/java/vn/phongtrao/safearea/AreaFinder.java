package vn.phongtrao.safearea;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;

/** Finds what is proposed, registered or recognised in a commune. */
@Component
class AreaFinder {

    private final Hamlets hamlets;
    private final SafeAreaBodies bodies;
    private final Authorities authorities;

    AreaFinder(Hamlets hamlets, SafeAreaBodies bodies, Authorities authorities) {
        this.hamlets = hamlets;
        this.bodies = bodies;
        this.authorities = authorities;
    }

    /** The commune in force that column {@code unit} of a row names. @throws Refusal malformed, naming the column */
    static Unit commune(SheetRow row, Units units) {
        return row.only("unit", text -> units.called(text).stream().filter(one -> one.tier() == Tier.COMMUNE
                && units.inForce(one.path()).isPresent()).toList());
    }

    /**
     * @param hamlet code or name; asked for hamlets alone
     * @param body   code or name; asked for agencies, enterprises and schools alone
     * @throws Refusal malformed or rule broken, naming field {@code hamlet} or {@code body}
     */
    Area find(AreaKind kind, Unit commune, String hamlet, String body) {
        return switch (kind) {
            case COMMUNE -> Area.of(commune);
            case HAMLET -> Area.of(hamlets.called(commune.path(), Needed.require("hamlet", hamlet)).orElseThrow(() ->
                    Refusal.malformed("hamlet", "không có lựa chọn \"%s\"".formatted(hamlet))),
                    authorities.nameOf(commune.path()));
            case AGENCY, ENTERPRISE, SCHOOL -> Area.of(bodies.require(kind, commune.path(),
                    Needed.require("body", body)), authorities.nameOf(commune.path()));
        };
    }
}
