package vn.phongtrao.decision;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.time.LocalDate;
import java.util.Optional;

import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Units that all exist, and are in charge themselves. */
final class UnitsInCharge {

    private UnitsInCharge() {
    }

    /** @param units a mock */
    static Units in(Units units) {
        given(units.require(any())).willAnswer(call -> unit(call.getArgument(0)));
        given(units.inCharge(any(), any())).willAnswer(call -> Optional.of(unit(call.getArgument(0))));
        return units;
    }

    private static Unit unit(UnitPath path) {
        return new Unit(path, Tier.PROVINCE, "Tỉnh Mẫu", "tỉnh Mẫu", LocalDate.of(2004, 1, 1), null);
    }
}
