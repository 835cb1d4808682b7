package vn.phongtrao.authority;

import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Who decides, by each procedure's own table {@code <process>-jurisdiction}. */
@Component
public class Jurisdictions {

    /** The {@link Matter#matter} of what a tier that has ended had still to decide. */
    public static final String LEFT_OVER = "left-over";

    private final Rules rules;
    private final Units units;

    Jurisdictions(Rules rules, Units units) {
        this.rules = rules;
        this.units = units;
    }

    /**
     * What a table is asked about.
     *
     * @param form   variant of the process, for example {@code province-merit}
     * @param type   kind of case, for example {@code ad-hoc}
     * @param matter what is decided on, where a procedure decides more than once
     */
    public record Matter(String form, String type, String matter) {
    }

    @RowOf(value = "*-jurisdiction", asked = Matter.class, single = true)
    private record Row(String tier, String position, String symbol, String ending, String higherAuthority,
                       String legalBasis) {
    }

    /** @return empty when nobody in or above the unit decides on such a matter by the rules of those days */
    public Optional<Jurisdiction> find(String process, UnitPath unitPath, Days days, Matter matter) {
        return rules.rows(process + "-jurisdiction", days, matter, Row.class).stream().findFirst()
                .flatMap(row -> units.atTier(unitPath, Tier.of(row.tier())).map(unit -> new Jurisdiction(
                        new Post(unit.path(), Position.of(row.position())), text(row.symbol()),
                        Ending.of(row.ending()), text(row.higherAuthority()), row.legalBasis())));
    }

    /** @throws Refusal rule broken, when nobody decides on it */
    public Jurisdiction require(String process, UnitPath unitPath, Days days, Matter matter) {
        return find(process, unitPath, days, matter).orElseThrow(() -> Refusal.broken(null,
                "Đơn vị này không có cấp có thẩm quyền quyết định loại hồ sơ này vào ngày áp dụng"));
    }

    /** Whether anybody decides on such a matter by the rules of those days, in or above whatever unit. */
    public boolean known(String process, Days days, Matter matter) {
        return !rules.rows(process + "-jurisdiction", days, matter, Row.class).isEmpty();
    }

    private static String text(String cell) {
        return cell == null || cell.isBlank() ? null : cell;
    }
}
