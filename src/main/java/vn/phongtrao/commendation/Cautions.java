package vn.phongtrao.commendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.Gender;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.register.RatingSource;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/**
 * What an officer should look at twice though no rule forbids it: another award for the same time, by decision table
 * {@code overlapping-award} (Nghị định 152/2025/NĐ-CP, Điều 4.3), and few women on the list, by {@code women-share}; and
 * how they were rated by the registers that rate. It is shown and stops nothing.
 */
@Component
class Cautions {

    private final Earlier earlier;
    private final Rules rules;
    private final List<RatingSource> ratings;

    Cautions(Earlier earlier, Rules rules, List<RatingSource> ratings) {
        this.earlier = earlier;
        this.rules = rules;
        this.ratings = ratings;
    }

    private record Overlap(String type, String earlierType) {
    }

    @RowOf(value = "overlapping-award", asked = Overlap.class, mayEnd = true)
    private record OverlapRow(String message, String legalBasis) {
    }

    private record Listed(String type, int persons) {
    }

    @RowOf(value = "women-share", asked = Listed.class, single = true, mayEnd = true)
    private record WomenRow(Share share, String legalBasis) {
    }

    /**
     * @param unit     that proposes
     * @param nominees all of the dossier, in their order, by which findings name them
     */
    List<Finding> of(UnitPath unit, Commendation commendation, List<Nominee> nominees, Days days) {
        var pending = nominees.stream().filter(Nominee::pending).toList();
        var awarded = earlier.overlapping(pending.stream().map(Nominee::subject).toList(), commendation);
        List<Finding> findings = new ArrayList<>(women(commendation, pending, days).toList());
        for (int i = 0; i < nominees.size(); i++) {
            var nominee = nominees.get(i);
            if (nominee.pending()) {
                var subject = Findings.subject(i, nominee);
                awarded.stream().filter(award -> award.subject().equals(nominee.subject()))
                        .flatMap(award -> overlap(subject, award, commendation, days)).forEach(findings::add);
            }
        }
        rated(unit, nominees).forEach(findings::add);
        return findings;
    }

    private Stream<Finding> rated(UnitPath unit, List<Nominee> nominees) {
        var asked = IntStream.range(0, nominees.size()).filter(i -> nominees.get(i).pending()).mapToObj(i -> {
            var nominee = nominees.get(i);
            return new RatingSource.Asked(Findings.subject(i, nominee), nominee.citizenDigest(),
                    nominee.citizenDigest() == null ? nominee.name() : null);
        }).toList();
        return ratings.stream().flatMap(source -> source.of(unit, asked).stream()).map(told -> new Finding(told.key(),
                told.favourable(), told.message(), false, told.legalBasis()));
    }

    private Stream<Finding> overlap(String subject, Earlier.Overlapping award, Commendation commendation, Days days) {
        return rules.rows("overlapping-award", days,
                new Overlap(commendation.achievementType(), award.achievementType()), OverlapRow.class).stream()
                .map(row -> new Finding(subject, false, "%s (Quyết định số %s ngày %s: %s)".formatted(row.message(),
                        award.decisionNumber(), Wording.day(award.decidedOn()), award.achievement()), false,
                        row.legalBasis()));
    }

    private Stream<Finding> women(Commendation commendation, List<Nominee> pending, Days days) {
        var genders = pending.stream().map(Nominee::gender).filter(Objects::nonNull).toList();
        var women = genders.stream().filter(Gender.FEMALE.id()::equals).count();
        return rules.rows("women-share", days, new Listed(commendation.achievementType(), genders.size()),
                        WomenRow.class).stream()
                .filter(row -> !row.share().reachedBy(women, genders.size()))
                .map(row -> new Finding(null, false, "Danh sách có %d nữ trong %d cá nhân, ít hơn tỷ lệ %s"
                        .formatted(women, genders.size(), row.share()), false, row.legalBasis()));
    }
}
