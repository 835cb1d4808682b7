package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.phongtrao.rating.Scale.Condition;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.refusal.Refusal;

/**
 * The teams and members of a dossier, rated. Members come first, because nobody in an excellent team has failed; who
 * leads a team is rated no higher than it (Hướng dẫn 01/HD-BCA-V05 of 2026).
 */
final class Assessment {

    private final Scale teams;
    private final Scale members;
    private final Map<Long, Rating> ratings = new HashMap<>();
    private final List<Rated> rated;

    private Assessment(List<Rated> rated, Scale teams, Scale members) {
        this.rated = rated;
        this.teams = teams;
        this.members = members;
    }

    static Assessment of(List<Rated> rated, Scale teams, Scale members) {
        var assessment = new Assessment(rated, teams, members);
        assessment.rateMembers();
        assessment.rateTeams();
        assessment.rateLeaders();
        return assessment;
    }

    List<Rating> of(Subject subject) {
        return rated.stream().filter(one -> one.subject() == subject).map(one -> ratings.get(one.id())).toList();
    }

    long count(Subject subject, Level level) {
        return of(subject).stream().filter(rating -> rating.level() == level).count();
    }

    Scale scale(Subject subject) {
        return subject == Subject.TEAM ? teams : members;
    }

    /** How many may be excellent, in words, with how many are. */
    String limit(Subject subject) {
        var good = count(subject, Level.GOOD);
        return "Xuất sắc: %d, nhiều nhất %d (%s%% của %d %s hoàn thành tốt)".formatted(count(subject, Level.EXCELLENT),
                most(subject), Scale.text(scale(subject).limit().percent()), good, subject.noun());
    }

    boolean withinLimit(Subject subject) {
        return count(subject, Level.EXCELLENT) <= most(subject);
    }

    /** How many may be excellent. */
    long most(Subject subject) {
        return scale(subject).limit().most(count(subject, Level.GOOD));
    }

    /** How many have which level, in words. */
    String summary(Subject subject) {
        var unrated = of(subject).stream().filter(rating -> !rating.rated()).count();
        var levels = scale(subject).steps().stream().map(Scale.Step::level)
                .map(level -> "%s: %d".formatted(level.label(), count(subject, level)))
                .collect(Collectors.joining("; "));
        return "%d (%s; không xếp loại: %d)".formatted(of(subject).size(), levels, unrated);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (var subject : Subject.values()) {
            findings.add(new Finding(null, withinLimit(subject), "%s: %s".formatted(subject.label(), limit(subject)),
                    true, scale(subject).limit().legalBasis()));
            of(subject).stream().filter(rating -> rating.breach() != null).forEach(rating -> findings.add(
                    new Finding(rating.of().called(), false, rating.breach(), true, rating.legalBasis())));
        }
        return findings;
    }

    /**
     * @throws Refusal rule broken, when somebody is rated higher than the rules allow, or too many are excellent; it
     *                 names no person
     */
    void requireDecidable() {
        for (var subject : Subject.values()) {
            var field = subject == Subject.TEAM ? "struckTeams" : "struckMembers";
            of(subject).stream().filter(rating -> rating.breach() != null).findFirst().ifPresent(rating -> {
                throw Refusal.broken(field, "%s: %s".formatted(rating.of().place(), rating.breach()),
                        rating.legalBasis());
            });
            if (!withinLimit(subject)) {
                throw Refusal.broken(field, "Đề nghị xuất sắc nhiều hơn mức cho phép; hãy đưa bớt %s xuống hoàn thành "
                        .formatted(subject.noun()) + "tốt. " + limit(subject), scale(subject).limit().legalBasis());
            }
        }
    }

    private void rateMembers() {
        rated.stream().filter(one -> one.subject() == Subject.MEMBER).forEach(member ->
                ratings.put(member.id(), rate(member, members, condition -> member.met().contains(condition.key()))));
    }

    private void rateTeams() {
        Set<Long> failing = new HashSet<>();
        of(Subject.MEMBER).stream().filter(rating -> rating.level() == Level.FAILED)
                .forEach(rating -> failing.add(rating.of().teamId()));
        rated.stream().filter(one -> one.subject() == Subject.TEAM).forEach(team ->
                ratings.put(team.id(), rate(team, teams, condition -> switch (condition.key()) {
                    case Condition.NO_DISMISSAL -> !team.dismissals();
                    case Condition.NOBODY_FAILED -> !failing.contains(team.teamId());
                    default -> team.met().contains(condition.key());
                })));
    }

    /** Who has just come to a team is not held to what it had done before. */
    private void rateLeaders() {
        var levels = of(Subject.TEAM).stream().filter(Rating::rated)
                .collect(Collectors.toMap(rating -> rating.of().teamId(), Rating::level));
        of(Subject.MEMBER).stream().filter(rating -> rating.rated() && rating.of().leads() && !rating.of().transferred())
                .forEach(rating -> {
                    var most = levels.get(rating.of().teamId());
                    if (most != null && rating.level().above(most)) {
                        ratings.put(rating.of().id(), lowered(rating, most));
                    }
                });
    }

    private Rating lowered(Rating rating, Level most) {
        var why = "người phụ trách không được xếp cao hơn Tổ (%s)".formatted(most.label());
        return rating.of().proposed() == null || rating.breach() != null
                ? new Rating(rating.of(), rating.figure(), most, why, rating.breach(), members.service().legalBasis())
                : new Rating(rating.of(), rating.figure(), rating.level(), rating.reason(), why,
                        members.service().legalBasis());
    }

    private static Rating rate(Rated one, Scale scale, Predicate<Condition> met) {
        if (one.complaint()) {
            return unrated(one, "đang có khiếu nại, tố cáo chưa giải quyết xong", scale.service().legalBasis());
        }
        if (!scale.service().reachedBy(one)) {
            return unrated(one, (one.subject() == Subject.TEAM ? "hoạt động" : "tham gia") + " dưới %d tháng trong kỳ"
                    .formatted(scale.service().months()), scale.service().legalBasis());
        }
        var figure = scale.figure(one);
        if (figure == null) {
            return new Rating(one, null, null, null, "chưa nhập tỷ lệ thực hiện nhiệm vụ", scale.measure().legalBasis());
        }
        var highest = scale.highest(figure, met);
        if (one.proposed() == null) {
            return new Rating(one, figure, highest.level().atMost(Level.GOOD), null, null, highest.legalBasis());
        }
        var asked = one.struck() ? one.proposed().atMost(Level.GOOD) : one.proposed();
        return new Rating(one, figure, asked, one.struck() ? "Chủ tịch không xếp loại xuất sắc" : null,
                asked.above(highest.level()) ? why(scale, asked, figure, met) : null, highest.legalBasis());
    }

    private static String why(Scale scale, Level asked, BigDecimal figure, Predicate<Condition> met) {
        return scale.steps().stream().filter(step -> step.level() == asked && !step.reachedBy(figure)).findFirst()
                .map(step -> "\"%s\" phải %s, kết quả là %s%%".formatted(asked.label(), step.inWords(),
                        Scale.text(figure)))
                .orElseGet(() -> "\"%s\" còn thiếu điều kiện: %s".formatted(asked.label(), scale.missing(asked, met)
                        .stream().map(Condition::text).collect(Collectors.joining("; "))));
    }

    private static Rating unrated(Rated one, String why, String legalBasis) {
        return new Rating(one, null, null, why, null, legalBasis);
    }
}
