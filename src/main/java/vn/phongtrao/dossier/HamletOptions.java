package vn.phongtrao.dossier;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The hamlets that a form offers a commune: its own, and those of the communes whose business it does. */
@Component
public class HamletOptions {

    private final Hamlets hamlets;
    private final Units units;

    HamletOptions(Hamlets hamlets, Units units) {
        this.hamlets = hamlets;
        this.units = units;
    }

    /** The code is submitted. Hamlets of several communes have the same names. */
    public List<Option> of(UnitPath communePath) {
        return hamlets.of(communePath).stream().map(hamlet -> new Option(hamlet.code(), name(hamlet, communePath)))
                .toList();
    }

    private String name(Hamlet hamlet, UnitPath communePath) {
        return hamlet.communePath().equals(communePath) ? hamlet.name()
                : hamlet.name() + ", " + units.require(hamlet.communePath()).name();
    }
}
