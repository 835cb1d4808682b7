package vn.phongtrao.commendation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.commendation.Opinion.Answer;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.text.Wording;

/**
 * What other bodies say before an award of the State is proposed (hiệp y: Nghị định 98/2023/NĐ-CP, Điều 31; Nghị định
 * 152/2025/NĐ-CP, Điều 34 khoản 6; decision table {@code opinion}). Who was asked has ten working days; a body that
 * disagrees stops nothing, the council and who signs weigh it.
 */
@Transactional
@ProcessBean("opinions")
public class Opinions {

    private final Dossiers dossiers;
    private final Rules rules;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    Opinions(Dossiers dossiers, Rules rules, WorkingCalendar calendar, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** All opinions at once. */
    @FieldsOf("commendation-record-opinions")
    record Asked(@NotEmpty(message = REQUIRED) List<@Valid @NotNull(message = REQUIRED) Opinion> opinions) {
    }

    private record Form(String form) {
    }

    /**
     * @param days          working days after which a body has not answered
     * @param silenceAgrees whether that counts as agreement
     */
    @RowOf(value = "opinion", asked = Form.class, single = true, mayEnd = true)
    record Rule(int days, boolean silenceAgrees, String legalBasis) {
    }

    /** Whether other bodies are asked before the dossier goes on, by the rules of the day it was received. */
    public boolean needed(DossierNumber dossierNumber) {
        return rule(dossiers.require(dossierNumber)).isPresent();
    }

    /** @throws Refusal rule broken, with the field; nothing is kept */
    void record(Dossier dossier, Asked asked) {
        var rule = rule(dossier).orElseThrow();
        var days = dossiers.days(dossier);
        var refused = new Refusals();
        for (int i = 0; i < asked.opinions().size(); i++) {
            var field = "opinions[%d]".formatted(i);
            var opinion = asked.opinions().get(i);
            refused.gather(() -> require(field, opinion, rule, days));
        }
        refused.throwAny();
        jdbc.sql("delete from commendation_opinion where dossier_number = ?").param(dossier.number().value()).update();
        for (int i = 0; i < asked.opinions().size(); i++) {
            var opinion = asked.opinions().get(i);
            jdbc.sql("""
                            insert into commendation_opinion (dossier_number, ordinal, body, asked_on, answer, answered_on,
                                                              content)
                            values (:dossier, :ordinal, :body, :asked, :answer, :answered, :content)""")
                    .param("dossier", dossier.number().value()).param("ordinal", i + 1).param("body", opinion.body())
                    .param("asked", opinion.askedOn()).param("answer", opinion.answer().id())
                    .param("answered", opinion.answeredOn()).param("content", opinion.content()).update();
        }
    }

    private void require(String field, Opinion opinion, Rule rule, Days days) {
        var today = days.today();
        if (opinion.askedOn().isBefore(days.receivedOn()) || opinion.askedOn().isAfter(today)) {
            throw Refusal.broken(field + ".askedOn", "Ngày hỏi phải từ ngày lập hồ sơ, %s, đến hôm nay".formatted(
                    Wording.day(days.receivedOn())));
        }
        if (opinion.answer() == Answer.NONE) {
            requireSilence(field, opinion, rule, today);
            return;
        }
        Needed.require(field + ".answeredOn", opinion.answeredOn());
        if (opinion.answeredOn().isBefore(opinion.askedOn()) || opinion.answeredOn().isAfter(today)) {
            throw Refusal.broken(field + ".answeredOn", "Ngày trả lời phải từ ngày hỏi đến hôm nay");
        }
        if (opinion.answer() == Answer.DISAGREE) {
            Needed.require(field + ".content", opinion.content());
        }
    }

    private void requireSilence(String field, Opinion opinion, Rule rule, LocalDate today) {
        if (opinion.answeredOn() != null) {
            throw Refusal.broken(field + ".answeredOn", "Không trả lời thì không có ngày trả lời");
        }
        var last = calendar.workdays().dueDate(opinion.askedOn(), rule.days());
        if (!today.isAfter(last)) {
            throw Refusal.broken(field + ".answer", "Cơ quan được hỏi còn được trả lời đến hết ngày %s".formatted(
                    Wording.day(last)), rule.legalBasis());
        }
    }

    /** In the order in which they were entered; none for forms that nobody is asked about. */
    List<Opinion> of(Dossier dossier) {
        return rule(dossier).isEmpty() ? List.of() : kept(dossier.number());
    }

    private List<Opinion> kept(DossierNumber dossierNumber) {
        return jdbc.sql("select * from commendation_opinion where dossier_number = ? order by ordinal")
                .param(dossierNumber.value())
                .query((row, index) -> new Opinion(row.getString("body"), row.getObject("asked_on", LocalDate.class),
                        Answer.of(row.getString("answer")), row.getObject("answered_on", LocalDate.class),
                        row.getString("content"))).list();
    }

    /** What was answered, and what is counted as agreement. */
    List<Finding> findings(Dossier dossier) {
        return rule(dossier).map(rule -> kept(dossier.number()).stream().map(opinion -> finding(opinion, rule)).toList())
                .orElse(List.of());
    }

    private static Finding finding(Opinion opinion, Rule rule) {
        var fits = opinion.answer() == Answer.AGREE || opinion.answer() == Answer.NONE && rule.silenceAgrees();
        var said = opinion.answer() == Answer.NONE && rule.silenceAgrees() ? "không trả lời, tính là đồng ý"
                : opinion.answer().label().toLowerCase(Wording.VIETNAMESE);
        return new Finding(null, fits, "Ý kiến hiệp y của %s: %s".formatted(opinion.body(), said), false,
                rule.legalBasis());
    }

    private Optional<Rule> rule(Dossier dossier) {
        return rules.rows("opinion", dossiers.days(dossier), new Form(dossier.form()), Rule.class).stream().findFirst();
    }
}
