package vn.phongtrao.register;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/** Judges for which unit and days somebody asks for figures. */
@Component
public class Asking {

    private static final int LAST_YEAR = 2100;

    private final Units units;
    private final UnitRegister register;

    public Asking(Units units, UnitRegister register) {
        this.units = units;
        this.register = register;
    }

    /**
     * What is asked for.
     *
     * @param unit      null for the officer's highest, an administrator's is the province
     * @param firstYear the earliest that there can be figures of
     * @throws Refusal malformed, for days that are no period; not found; forbidden, for a unit that the officer does not
     *                 oversee
     */
    public Asked of(UnitPath unit, LocalDate from, LocalDate to, int firstYear, Officer officer) {
        requireYear("from", from, firstYear);
        requireYear("to", to, firstYear);
        if (from.isAfter(to)) {
            throw Refusal.malformed("from", "Ngày đầu phải trước ngày cuối");
        }
        return new Asked(overseen(unit == null ? own(officer) : unit, officer), from, to);
    }

    /** @throws Refusal not found; forbidden, for a unit that the officer does not oversee */
    public UnitPath overseen(UnitPath unit, Officer officer) {
        var path = units.require(unit).path();
        if (!officer.oversees(path)) {
            throw Refusal.forbidden("Bạn không có quyền xem số liệu của đơn vị này");
        }
        return path;
    }

    private static void requireYear(String field, LocalDate day, int firstYear) {
        if (day.getYear() < firstYear || day.getYear() > LAST_YEAR) {
            throw Refusal.malformed(field, "Năm phải từ %d đến %d".formatted(firstYear, LAST_YEAR));
        }
    }

    private UnitPath own(Officer officer) {
        return officer.administrator() ? register.province() : officer.highest(units).orElseThrow(() ->
                Refusal.forbidden("Tài khoản chưa được giao vị trí nào ở đơn vị nào"));
    }
}
