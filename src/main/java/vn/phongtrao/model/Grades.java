package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** How the appraisers of a dossier graded the model, and what the decision table {@code model-grade} asks of it. */
@Component
class Grades {

    private final Rules rules;
    private final JdbcClient jdbc;

    Grades(Rules rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** A grade given at a stop of the route. */
    record Appraisal(int stop, String unitPath, Grade grade) {
    }

    private record Minimum(Grade least, boolean enforced, String legalBasis) {
    }

    /**
     * Keeps the grade that an appraiser gives, where one is given; a later one at the same stop takes its place.
     *
     * @throws Refusal rule broken, when the appraiser agrees to a grade below the least for the level
     */
    void appraise(String dossierNumber, Level level, Assignment assignment, Map<String, Object> fields, LocalDate on) {
        if (!fields.containsKey("grade")) {
            return;
        }
        var grade = Grade.of((String) fields.get("grade"));
        var minimum = minimum(level, on);
        if (Outcome.APPROVE.id().equals(fields.get("outcome")) && grade.compareTo(minimum.least()) < 0) {
            throw Refusal.broken("grade", "Xếp loại %s thấp hơn mức tối thiểu để công nhận ở %s là %s".formatted(
                    grade.label().toLowerCase(), level.lowerLabel(), minimum.least().label().toLowerCase()),
                    minimum.legalBasis());
        }
        jdbc.sql("""
                        insert into model_appraisal (dossier_number, stop, unit_path, grade) values (?, ?, ?, ?)
                        on conflict (dossier_number, stop) do update set grade = excluded.grade""")
                .params(dossierNumber, assignment.stop(), assignment.post().unitPath(), grade.id()).update();
    }

    List<Appraisal> of(String dossierNumber) {
        return jdbc.sql("select * from model_appraisal where dossier_number = ? order by stop").param(dossierNumber)
                .query((row, index) -> new Appraisal(row.getInt("stop"), row.getString("unit_path"),
                        Grade.of(row.getString("grade")))).list();
    }

    /** The grade that counts: the last appraiser's. */
    Optional<Grade> last(String dossierNumber) {
        return of(dossierNumber).stream().reduce((first, last) -> last).map(Appraisal::grade);
    }

    Finding finding(String dossierNumber, Level level, LocalDate on) {
        var minimum = minimum(level, on);
        var least = minimum.least().label().toLowerCase();
        return last(dossierNumber).map(grade -> new Finding(null, grade.compareTo(minimum.least()) >= 0,
                        "Xếp loại %s, tối thiểu %s".formatted(grade.label().toLowerCase(), least), minimum.enforced(),
                        minimum.legalBasis()))
                .orElseGet(() -> new Finding(null, false, "Chưa được xếp loại, tối thiểu " + least, minimum.enforced(),
                        minimum.legalBasis()));
    }

    /** @throws Refusal rule broken, when the rules ask for a grade and none, or too low a one, was given */
    void require(String dossierNumber, Level level, LocalDate on) {
        var finding = finding(dossierNumber, level, on);
        if (finding.enforced() && !finding.fits()) {
            throw Refusal.broken("grade", finding.message(), finding.legalBasis());
        }
    }

    private Minimum minimum(Level level, LocalDate on) {
        var row = rules.row("model-grade", on, Map.of("level", level.id()));
        return new Minimum(Grade.of((String) row.get("least")), (Boolean) row.get("enforced"),
                (String) row.get("legalBasis"));
    }
}
