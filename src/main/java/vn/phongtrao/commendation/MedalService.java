package vn.phongtrao.commendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.team.ServiceTimes;

/**
 * Whether somebody has served long enough for the medal: members of teams by the register of teams and what they were
 * before, leaders by their time in post and an earlier award (Thông tư 20/2025/TT-BCA; decision tables
 * {@code medal-service} and {@code medal-area}).
 */
@Component
class MedalService {

    static final String MEDAL = "security-medal";
    private static final int MONTHS_OF_A_YEAR = 12;

    private final ServiceTimes times;
    private final Earlier earlier;
    private final Rules rules;

    MedalService(ServiceTimes times, Earlier earlier, Rules rules) {
        this.times = times;
        this.earlier = earlier;
        this.rules = rules;
    }

    private record Asked(String ground, String gender) {
    }

    /** @param awards how many the nominee must have been given before */
    @RowOf(value = "medal-service", asked = Asked.class, single = true, mayEnd = true)
    private record Needed(int months, int awards, boolean enforced, String legalBasis) {
    }

    /** @param factor how often a month there counts */
    @RowOf(value = "medal-area", mayEnd = true)
    private record Area(String area, int factor, String legalBasis) {
    }

    /**
     * Nothing for other forms.
     *
     * @param subject as findings name the nominee
     */
    List<Finding> of(String subject, Nominee nominee, String form, Days days) {
        if (!form.equals(MEDAL) || nominee.citizenMask() == null) {
            return List.of();
        }
        var told = Optional.ofNullable(nominee.service()).orElse(ServiceTold.NOTHING);
        var asked = new Asked(told.ground(), nominee.gender());
        return rules.rows("medal-service", days, asked, Needed.class).stream().findFirst()
                .map(needed -> MedalGround.LEADER.id().equals(told.ground())
                        ? leader(subject, nominee, told, needed) : member(subject, nominee, told, needed, days))
                .orElseGet(() -> List.of(unsaid(subject, told.ground(), days)));
    }

    /** Who leaves open what decides is asked for it as strictly as for the service itself. */
    private Finding unsaid(String subject, String ground, Days days) {
        var needed = Stream.of(MedalGround.values()).map(MedalGround::id).filter(id -> ground == null || ground.equals(id))
                .flatMap(id -> Stream.of("male", "female").map(gender -> new Asked(id, gender)))
                .flatMap(asked -> rules.rows("medal-service", days, asked, Needed.class).stream()).toList();
        return new Finding(subject, false, ground == null
                ? "Chưa ghi diện xét Kỷ niệm chương: thành viên Tổ bảo vệ an ninh, trật tự hoặc lãnh đạo, quản lý"
                : "Chưa ghi là ông hay bà nên chưa xác định được thời gian công tác cần có",
                needed.stream().anyMatch(Needed::enforced),
                needed.stream().map(Needed::legalBasis).findFirst().orElse(null));
    }

    private List<Finding> member(String subject, Nominee nominee, ServiceTold told, Needed needed, Days days) {
        var areas = rules.rows("medal-area", days, new Rules.Any(), Area.class);
        var factors = areas.stream().collect(Collectors.toMap(Area::area, Area::factor, Math::max));
        var counted = ServiceCount.of(times.of(nominee.citizen().digest()), factors, days.receivedOn());
        var before = told.earlier() + told.earlierSpecial() * (most(factors) - 1);
        var total = counted.months() + counted.extra() + before;
        return List.of(new Finding(subject, total >= needed.months(),
                "Thời gian công tác quy đổi %s (sổ Tổ: %s, trước khi vào Tổ: %s, cộng thêm do địa bàn: %s), cần đủ %s"
                        .formatted(said(total), said(counted.months()), said(told.earlier()),
                                said(counted.extra() + before - told.earlier()), said(needed.months())),
                needed.enforced(), needed.legalBasis()));
    }

    private List<Finding> leader(String subject, Nominee nominee, ServiceTold told, Needed needed) {
        var awards = earlier.count(nominee.subject());
        return List.of(new Finding(subject, told.inPost() >= needed.months(),
                        "Giữ chức vụ lãnh đạo, quản lý %s, cần đủ %s".formatted(said(told.inPost()), said(needed.months())),
                        needed.enforced(), needed.legalBasis()),
                new Finding(subject, awards >= needed.awards(),
                        "Đã được khen thưởng %d lần theo sổ khen thưởng, cần ít nhất %d lần".formatted(awards,
                                needed.awards()), needed.enforced(), needed.legalBasis()));
    }

    /** Whether all that counts of a nominee's service stands in the register of teams. */
    static boolean registered(Nominee nominee) {
        return nominee.service() != null && MedalGround.TEAM_MEMBER.id().equals(nominee.service().ground())
                && nominee.service().earlier() == 0;
    }

    private static int most(Map<String, Integer> factors) {
        return factors.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** {@code 15 năm}, {@code 4 năm 7 tháng}. */
    private static String said(int months) {
        var years = months / MONTHS_OF_A_YEAR;
        var rest = months % MONTHS_OF_A_YEAR;
        return years == 0 ? rest + " tháng" : rest == 0 ? years + " năm" : "%d năm %d tháng".formatted(years, rest);
    }
}
