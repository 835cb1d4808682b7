package vn.phongtrao.commendation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** The funds that pay bonuses, by whose they are. Those of the ministry and the Party are not kept here. */
enum Fund {
    COMMUNE(Tier.COMMUNE, Position.COMMITTEE_CLERK),
    DISTRICT(Tier.DISTRICT, Position.COMMITTEE_CLERK),
    PROVINCE(Tier.PROVINCE, Position.COMMITTEE_CLERK),
    PROVINCE_POLICE(Tier.PROVINCE, Position.POLICE_OFFICER),
    MINISTRY(null, null),
    PARTY(null, null);

    private final Tier tier;
    private final Position keeper;

    Fund(Tier tier, Position keeper) {
        this.tier = tier;
        this.keeper = keeper;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("award-fund." + id());
    }

    static Optional<Fund> find(String id) {
        return Arrays.stream(values()).filter(fund -> fund.id().equals(id)).findFirst();
    }

    /** One that is kept here. @throws Refusal malformed, for any other text than the id of one */
    static Fund asked(String id) {
        return find(id).filter(Fund::kept).orElseThrow(() ->
                Refusal.malformed("fund", "Không có quỹ \"%s\"".formatted(id)));
    }

    /** Whether units of the province keep it. */
    boolean kept() {
        return tier != null;
    }

    /** Whether units of that tier have one. */
    boolean of(Tier unit) {
        return tier == unit;
    }

    /** Who enters what it has and what was paid; null where it is not kept here. */
    Position keeper() {
        return keeper;
    }
}
