package vn.phongtrao.authority;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.unit.Units;

/** Who decides, by the tables of {@code processes/}, for tests without the engine. */
public final class JurisdictionsOnFile {

    private JurisdictionsOnFile() {
    }

    public static Jurisdictions in(Units units) {
        return new Jurisdictions(new RulesOnFile(), units);
    }
}
