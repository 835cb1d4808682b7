package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.dossier.Option;
import vn.phongtrao.procedure.Fills;

/**
 * A dossier of ratings as forms, papers and the register show it.
 *
 * @param caveat           what has to be known of the year's ratings; null for nothing
 * @param teamConditions   what is to be said of teams that are proposed as excellent
 * @param memberConditions the same of members
 * @param excellentTeams   those proposed as excellent, whom the chair may take off
 * @param mostTeams        how many may be excellent
 * @param teamLimit        the same in words, with how many are
 * @param teamSummary      how many have which level, in words
 */
@Fills("team-rating")
record RatingView(int year, LocalDate periodFrom, LocalDate periodTo, String caveat, List<Line> teams,
                  List<Line> members, List<Option> teamConditions, List<Option> memberConditions,
                  List<Option> excellentTeams, List<Option> excellentMembers, long mostTeams, long mostMembers,
                  String teamLimit, String memberLimit, String teamSummary, String memberSummary) {

    /**
     * A team or a member; of teams, what is of persons is null.
     *
     * @param level      as proposed; null where none is
     * @param figureText per cent of all tasks as written; empty where nothing is said
     * @param result     {@code excellent}, {@code good}, {@code completed}, {@code failed} or {@code unrated}
     * @param remark     why it is not rated, or cannot be rated so
     */
    record Line(String id, String name, Integer birthYear, String role, String roleName, String team,
                BigDecimal situation, BigDecimal movement, BigDecimal fireRescue, BigDecimal administration,
                BigDecimal education, BigDecimal patrol, List<String> met, boolean complaint, boolean transferred,
                String level, String figureText, String result, String resultName, String remark) {

        static Line of(Rating rating) {
            var of = rating.of();
            var tasks = of.tasks();
            return new Line(Long.toString(of.id()), of.called(), of.birthYear(), of.role(), of.roleName(),
                    of.subject() == Subject.TEAM ? null : of.teamName(), tasks.get(0), tasks.get(1), tasks.get(2),
                    tasks.get(3), tasks.get(4), tasks.get(5), of.met(), of.complaint(), of.transferred(),
                    of.proposed() == null ? null : of.proposed().id(), Scale.text(rating.figure()), rating.result(),
                    Level.labelOf(rating.result()), rating.remark());
        }
    }

    static RatingView of(int year, RatedYear period, Assessment assessment) {
        return new RatingView(year, period.periodFrom(), period.periodTo(), period.said(),
                lines(assessment, Subject.TEAM), lines(assessment, Subject.MEMBER),
                assessment.scale(Subject.TEAM).declared(), assessment.scale(Subject.MEMBER).declared(),
                excellent(assessment, Subject.TEAM), excellent(assessment, Subject.MEMBER),
                assessment.most(Subject.TEAM), assessment.most(Subject.MEMBER),
                assessment.limit(Subject.TEAM), assessment.limit(Subject.MEMBER),
                assessment.summary(Subject.TEAM), assessment.summary(Subject.MEMBER));
    }

    private static List<Line> lines(Assessment assessment, Subject subject) {
        return assessment.of(subject).stream().map(Line::of).toList();
    }

    private static List<Option> excellent(Assessment assessment, Subject subject) {
        return assessment.of(subject).stream().filter(rating -> rating.level() == Level.EXCELLENT).map(rating ->
                new Option(Long.toString(rating.of().id()), subject == Subject.TEAM ? rating.of().teamName()
                        : "%s (%s)".formatted(rating.of().name(), rating.of().place()))).toList();
    }
}
