package vn.phongtrao.rating;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** The submission of the commune's police and the decision of its chair, with the lists of teams and members. */
@Component
class RatingPapers implements ProcessPapers {

    private static final int ARTICLES = 2;

    private final TeamRatings ratings;
    private final DecisionPress press;
    private final Proposers proposers;
    private final Authorities authorities;

    RatingPapers(TeamRatings ratings, DecisionPress press, Proposers proposers, Authorities authorities) {
        this.ratings = ratings;
        this.press = press;
        this.proposers = proposers;
        this.authorities = authorities;
    }

    /** How many have a level. */
    record Count(String level, long teams, long members) {
    }

    /** @param commune as it stands within a sentence */
    @Fills(value = "team-rating/submission", frame = "submission")
    @Fills(value = "team-rating/decision", frame = "decision")
    private record Filled(RatingView content, String commune, List<Count> counts, String periodFrom, String periodTo) {
    }

    @Override
    public String process() {
        return ratings.process();
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị xếp loại Tổ bảo vệ an ninh, trật tự và thành viên Tổ năm %d"
                .formatted(ratings.show(dossier).year());
    }

    /** Whom the chair takes off was proposed as excellent all the same. */
    @Override
    public Set<String> changing() {
        return Set.of("supplement", "decide");
    }

    @Override
    public Record matter(Dossier dossier) {
        var content = ratings.show(dossier);
        return new Filled(content, authorities.nameOf(dossier.unitPath()),
                Stream.concat(Stream.of(Level.values()).map(Level::id), Stream.of(Level.UNRATED))
                        .map(level -> new Count(Level.labelOf(level), count(content.teams(), level),
                                count(content.members(), level))).toList(),
                Wording.shortDate(content.periodFrom()), Wording.shortDate(content.periodTo()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return press.print(dossier, decision, new DecisionPress.Matter(process() + "/decision", ARTICLES,
                "các Tổ, thành viên có tên tại Điều 1", proposers.of(dossier, decision), matter(dossier)));
    }

    private static long count(List<RatingView.Line> lines, String level) {
        return lines.stream().filter(line -> line.result().equals(level)).count();
    }
}
