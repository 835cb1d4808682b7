package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** How the appraisers of a dossier graded the model, and what decision table {@code model-grade} asks of it. */
@Component
class Grades {

    private final Rules rules;
    private final JdbcClient jdbc;

    Grades(Rules rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** A grade given at a stop of the route. */
    record Appraisal(int stop, UnitPath unitPath, Grade grade) {
    }

    /** What the appraiser's form brings. @param grade null where none is given */
    @FieldsOf("model-recognition-appraise")
    record Appraised(@NotNull(message = REQUIRED) Outcome outcome, Grade grade) {
    }

    record Case(String level) {
    }

    /**
     * Keeps the grade that an appraiser gives, where one is given; a later one at the same stop takes its place.
     *
     * @throws Refusal rule broken, when the appraiser agrees to a grade below the least for the level
     */
    void keep(DossierNumber dossierNumber, Level level, Assignment assignment, Appraised appraised, Days days) {
        if (appraised.grade() == null) {
            return;
        }
        if (appraised.outcome() == Outcome.APPROVE) {
            rule(level, days).requireEnough(level, appraised.grade());
        }
        jdbc.sql("""
                        insert into model_appraisal (dossier_number, stop, unit_path, grade) values (?, ?, ?, ?)
                        on conflict (dossier_number, stop) do update set grade = excluded.grade""")
                .params(dossierNumber.value(), assignment.stop(), assignment.post().unitPath().value(),
                        appraised.grade().id()).update();
    }

    List<Appraisal> of(DossierNumber dossierNumber) {
        return jdbc.sql("select * from model_appraisal where dossier_number = ? order by stop")
                .param(dossierNumber.value())
                .query((row, index) -> new Appraisal(row.getInt("stop"), UnitPath.of(row.getString("unit_path")),
                        Grade.of(row.getString("grade")))).list();
    }

    /** The grade that counts: the last appraiser's. */
    Optional<Grade> last(DossierNumber dossierNumber) {
        return last(of(dossierNumber));
    }

    static Optional<Grade> last(List<Appraisal> appraisals) {
        return appraisals.stream().reduce((first, last) -> last).map(Appraisal::grade);
    }

    Finding finding(DossierNumber dossierNumber, Level level, Days days) {
        return rule(level, days).judge(last(dossierNumber).orElse(null));
    }

    /** @throws Refusal rule broken, when the rules ask for a grade and none, or too low a one, was given */
    void require(DossierNumber dossierNumber, Level level, Days days) {
        rule(level, days).require(last(dossierNumber).orElse(null));
    }

    private GradeRule rule(Level level, Days days) {
        return rules.row("model-grade", days, new Case(level.id()), GradeRule.class);
    }
}
