package vn.phongtrao.safearea;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.dossier.Option;
import vn.phongtrao.procedure.Fills;

/**
 * A proposal as forms, papers and the register show it.
 *
 * @param hamlet          code; null for others
 * @param body            code of an agency, enterprise or school; null for others
 * @param criteria        keys of the criteria that the unit holds to be met
 * @param criteriaOptions the criteria that it judges itself
 * @param missing         how many criteria are not met
 * @param figures         what the registers say of a commune; null for others
 * @param periodFrom      first day whose events count
 * @param periodTo        last such day
 * @param finishBefore    the day before which all is to be decided
 */
@Fills("safe-area-recognition")
record AreaView(int year, String subject, String subjectName, String hamlet, String body, String areaName,
                List<String> criteria, String explanation, List<Option> criteriaOptions, List<CriterionLine> assessment, boolean passed,
                int missing, String verdict, Figures figures, String figuresName, LocalDate periodFrom,
                LocalDate periodTo, LocalDate finishBefore) {

    static AreaView of(Proposal proposal, Assessment assessment, Window window) {
        var kind = proposal.area().kind();
        var figures = assessment.figures();
        return new AreaView(proposal.year(), kind.id(), kind.label(), proposal.area().hamlet(), proposal.area().body(),
                proposal.area().name(),
                proposal.criteria(), proposal.explanation(), assessment.declared(),
                assessment.lines().stream().map(CriterionLine::of).toList(), assessment.passed(),
                assessment.missing().size(), assessment.verdict(), figures, figures == null ? null : figures.inWords(),
                window.periodFrom(), window.periodTo(), window.finishBefore());
    }

    /** A criterion as it was judged. @param figure what the registers say; null where the unit judges itself */
    record CriterionLine(String key, String text, boolean met, String verdict, String figure, String legalBasis) {

        static CriterionLine of(Assessment.Line line) {
            return new CriterionLine(line.criterion().key(), line.criterion().text(), line.met(),
                    line.met() ? "✓ Đạt" : "✗ Chưa đạt", line.figure(), line.criterion().legalBasis());
        }
    }
}
