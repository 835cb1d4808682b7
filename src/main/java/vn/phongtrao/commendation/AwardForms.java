package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** The forms of award in force, by decision table {@code award-form}. */
@Component
class AwardForms {

    private static final Map<String, String> NAMES = Map.of(
            "commune-certificate", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
            "district-certificate", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện",
            "police-director-certificate", "Giấy khen của Giám đốc Công an tỉnh",
            "province-merit", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            "party-merit", "Bằng khen của Ban Thường vụ Tỉnh ủy",
            "ministry-merit", "Bằng khen của Bộ trưởng Bộ Công an",
            "security-medal", "Kỷ niệm chương \"Bảo vệ an ninh Tổ quốc\"",
            "commendation-letter", "Biểu dương của Chủ tịch Ủy ban nhân dân cấp xã");

    /** Who gives the forms that are forwarded. */
    private static final Map<String, String> HIGHER_AUTHORITIES = Map.of("party-merit", "Ban Thường vụ Tỉnh ủy",
            "ministry-merit", "Bộ trưởng Bộ Công an", "security-medal", "Bộ trưởng Bộ Công an");

    private final Rules rules;
    private final Clock clock;

    AwardForms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A form of award as the rules describe it today.
     *
     * @param tier     where it is decided, or forwarded to a higher authority
     * @param symbol   of the decision, for example {@code QĐ-UBND}; empty where a higher authority decides
     * @param forwards whether a higher authority decides
     */
    record AwardForm(String id, String name, Tier tier, Position position, String symbol, boolean forwards,
                     boolean council, boolean oncePerLife, Set<Kind> kinds, String legalBasis) {
    }

    /** @throws Refusal rule broken, when the form is not awarded today for that type of achievement */
    AwardForm require(String form, String achievementType) {
        return find(form, achievementType, LocalDate.now(clock)).orElseThrow(() -> Refusal.broken("awardForm",
                "Hình thức \"%s\" không áp dụng cho loại thành tích này vào ngày lập hồ sơ".formatted(name(form))));
    }

    /** @return empty when the form is not awarded on that day for that type of achievement */
    Optional<AwardForm> find(String form, String achievementType, LocalDate on) {
        return rules.rows("award-form", on, Map.of("form", form, "achievementType", achievementType)).stream()
                .findFirst().map(row -> read(form, row));
    }

    private static AwardForm read(String form, Map<String, Object> row) {
        return new AwardForm(form, name(form), Tier.of((String) row.get("tier")),
                Position.of((String) row.get("position")), (String) row.get("symbol"),
                "forward".equals(row.get("ending")), (Boolean) row.get("council"), (Boolean) row.get("oncePerLife"),
                Arrays.stream(((String) row.get("kinds")).split(",")).map(String::trim).map(Kind::of)
                        .collect(Collectors.toUnmodifiableSet()),
                (String) row.get("legalBasis"));
    }

    static String name(String form) {
        return NAMES.getOrDefault(form, form);
    }

    /** Who gives it, where that is above the province; null elsewhere. */
    static String higherAuthority(String form) {
        return HIGHER_AUTHORITIES.get(form);
    }

    /** What the certificate is called: the name without who gives it, for example {@code Giấy khen}. */
    static String title(String form) {
        return name(form).replaceFirst(" của .*", "");
    }

    static String typeName(String achievementType) {
        return Labels.find("achievement-type." + achievementType).orElse(achievementType);
    }
}
