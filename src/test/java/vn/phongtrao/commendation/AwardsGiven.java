package vn.phongtrao.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Awards that were given today, each of a commendation that went its way before. */
@Component
@Transactional
public class AwardsGiven {

    private static final AtomicInteger LAST = new AtomicInteger(70_000);

    private final DecisionBook book;
    private final JdbcClient jdbc;
    private final Clock clock;

    AwardsGiven(DecisionBook book, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param decisionId null where a higher authority decided @param awards ids */
    public record Given(DossierNumber dossierNumber, Long decisionId, String decisionNumber, List<Long> awards) {

        public List<String> ids() {
            return awards.stream().map(String::valueOf).toList();
        }
    }

    /** @param decider group, for example {@code 95/committee-chair}; its unit's fund pays */
    public Given by(String decider, String unit, String form, String... names) {
        var post = Post.ofGroup(decider).orElseThrow();
        var number = dossier(post, unit, form, "decide", null);
        var decision = book.issue(post, Decision.MATTER, post.position().id().startsWith("police") ? "QĐ-CAT" : "QĐ-UBND",
                "Về việc tặng thưởng", number, UnitPath.of(unit), "sample");
        return new Given(number, decision.id(), decision.label(), Arrays.stream(names).map(name -> award(number,
                decision.id(), decision.label(), decision.signedOn(), unit, form, name, post.unitPath())).toList());
    }

    /** What the Ministry decided. */
    public Given byTheMinistry(String unit, String form, String... names) {
        var number = dossier(Post.ofGroup("95/police-chief").orElseThrow(), unit, form, "forward", "Bộ trưởng Bộ Công an");
        return new Given(number, null, "123/QĐ-BCA", Arrays.stream(names).map(name -> award(number, null, "123/QĐ-BCA",
                LocalDate.now(clock), unit, form, name, null)).toList());
    }

    /** The verification code of a decision. */
    public String code(long decision) {
        return jdbc.sql("select code from decision where id = ?").param(decision).query(String.class).single();
    }

    public void pay(long award) {
        jdbc.sql("""
                insert into award_payment (award_id, paid_on, recorded_by, recorded_at)
                values (?, ?, 'sample', now())""").params(award, LocalDate.now(clock)).update();
    }

    private DossierNumber dossier(Post decider, String unit, String form, String ending, String higher) {
        var number = DossierNumber.of("KT-%s-2024-%d".formatted(UnitPath.of(unit).code(), LAST.incrementAndGet()));
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, higher_authority,
                                     jurisdiction_basis, status, opened_by, opened_at, closed_at, version)
                values (:number, 'commendation', :form, 'ad-hoc', 'Mẫu', :unit, :decider, :ending, :higher, 'Điều mẫu',
                        'DECIDED', 'sample', :now, :now, 0)""")
                .param("number", number.value()).param("form", form).param("unit", unit)
                .param("decider", decider.group()).param("ending", ending).param("higher", higher)
                .param("now", Timestamp.from(clock.instant())).update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values (:number, :form, 'ad-hoc', 'Bắt trộm', '2024-06-01', '2024-06-01')""")
                .param("number", number.value()).param("form", form).update();
        return number;
    }

    private long award(DossierNumber number, Long decisionId, String label, LocalDate on, String unit, String form,
                       String name, UnitPath fundUnit) {
        return jdbc.sql("""
                with one as (insert into nominee (dossier_number, kind, name, subject, result)
                             values (:number, 'collective', :name, :subject, 'awarded') returning id)
                insert into award (dossier_number, nominee_id, decision_id, decision_number, decided_on, unit_path, form,
                    kind, name, subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to,
                    coefficient, base_salary, bonus, fund, fund_unit)
                select :number, id, :decision::bigint, :label, :on, :unit, :form, 'collective', :name, :subject, 'Bắt trộm',
                       :key, 'ad-hoc', '2024-06-01', '2024-06-01', 0.3, 2340000, 710000,
                       case when :fundUnit::text is null then 'ministry' else 'commune' end, :fundUnit
                from one returning id""")
                .param("number", number.value()).param("name", name).param("key", PlainText.comparable("Bắt trộm"))
                .param("subject", "mẫu:" + LAST.incrementAndGet())
                .param("decision", decisionId).param("label", label).param("on", on).param("unit", unit)
                .param("form", form).param("fundUnit", fundUnit == null ? null : fundUnit.value())
                .query(Long.class).single();
    }
}
