package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** Who decides on models at which level, by decision table {@code model-authority}. */
@Component
class ModelAuthorities {

    private final Rules rules;
    private final Units units;
    private final Clock clock;

    ModelAuthorities(Rules rules, Units units, Clock clock) {
        this.rules = rules;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param tier     where it is decided, or forwarded to the ministry
     * @param symbol   of the decision; empty where the ministry decides
     * @param forwards whether the ministry decides
     */
    record ModelAuthority(Tier tier, Position position, String symbol, boolean forwards, String legalBasis) {
    }

    /** @param level of recognition, or {@code site} */
    Optional<ModelAuthority> find(String process, String level, LocalDate on) {
        return rules.rows("model-authority", on, Map.of("process", process, "level", level)).stream().findFirst()
                .map(row -> new ModelAuthority(Tier.of((String) row.get("tier")),
                        Position.of((String) row.get("position")), (String) row.get("symbol"),
                        "forward".equals(row.get("ending")), (String) row.get("legalBasis")));
    }

    /** @throws Refusal rule broken, when nobody decides at that level today */
    ModelAuthority require(String process, String level) {
        return find(process, level, LocalDate.now(clock)).orElseThrow(() -> Refusal.broken("level",
                "%s không quyết định việc này vào ngày lập hồ sơ".formatted(
                        Level.find(level).map(Level::label).orElse("Cấp này")), Models.GUIDANCE));
    }

    /**
     * The post that decides above a unit.
     *
     * @throws Refusal rule broken, when nobody decides at that level today, or not above that unit
     */
    Post decider(String process, String level, String unitPath) {
        var authority = require(process, level);
        var unit = units.atTier(unitPath, authority.tier()).orElseThrow(() -> Refusal.broken("level",
                "Đơn vị này không đề nghị được việc do cấp đó quyết định", authority.legalBasis()));
        return new Post(unit.path(), authority.position());
    }
}
