package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;

import vn.phongtrao.unit.UnitPath;

/**
 * A security team of a hamlet.
 *
 * @param unitPath    the commune
 * @param hamletPath  where it serves
 * @param dissolvedOn null while it exists
 */
record Team(@Id Long id, UnitPath unitPath, UnitPath hamletPath, String name, LocalDate establishedOn,
            long establishedBy, LocalDate dissolvedOn, Long dissolvedBy) {

    boolean dissolved() {
        return dissolvedOn != null;
    }

    Team dissolved(long decision, LocalDate on) {
        return new Team(id, unitPath, hamletPath, name, establishedOn, establishedBy, on, decision);
    }
}
