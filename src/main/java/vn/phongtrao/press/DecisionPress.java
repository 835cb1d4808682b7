package vn.phongtrao.press;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/**
 * Prints decisions as Mẫu 1.2 of Nghị định 30/2020/NĐ-CP wants them. The process brings a template with two fragments:
 * {@code articles}, all but the last, and {@code annex}, which may be empty.
 */
@Component
public class DecisionPress {

    private final Press press;
    private final Authorities authorities;
    private final LegalBases bases;
    private final Signatories signatories;
    private final Verification verification;
    private final Submissions submissions;
    private final Clock clock;

    DecisionPress(Press press, Authorities authorities, LegalBases bases, Signatories signatories,
                  Verification verification, Submissions submissions, Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.bases = bases;
        this.signatories = signatories;
        this.verification = verification;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The days that a decision goes by: those on which its dossier was received, and on which it was signed. */
    public Days days(Dossier dossier, Decision decision) {
        return new Days(LocalDate.ofInstant(dossier.openedAt(), clock.getZone()), decision.signedOn(), decision.signedOn());
    }

    /**
     * What a decision decides.
     *
     * @param template  with the fragments, for example {@code commendation/decision}
     * @param articles  how many articles stand before the last
     * @param concerned who has to carry the decision out beside the authority's own, for example {@code các tập thể có
     *                  tên tại Điều 1}
     * @param proposer  on whose proposal it is decided; null where that is the authority's usual one
     * @param models    what the fragments are filled with, by component, beside what every decision has
     */
    public record Matter(String template, int articles, String concerned, String proposer, Record... models) {
    }

    /** What every decision has. @param mark null for a draft */
    @Fills("decision")
    private record Frame(String proposer, String matter, int lastArticle, String concerned, Authority authority,
                         Decision decision, String number, String date, List<String> bases,
                         Signatories.Signature signature, Verification.Mark mark) {
    }

    public Print print(Dossier dossier, Decision decision, Matter matter) {
        var authority = authorities.of(decision.post(), decision.signedOn());
        var models = Arrays.copyOf(matter.models(), matter.models().length + 1);
        var proposer = matter.proposer() == null ? authority.proposer() : matter.proposer();
        models[matter.models().length] = new Frame(proposer == null ? null : proposer + submissions.cited(dossier,
                proposer).map(" tại "::concat).orElse(""), matter.template(),
                matter.articles() + 1, matter.concerned(), authority, decision, decision.label(),
                Wording.date(decision.signedOn()),
                bases.ofDecision(authority.position(), dossier.process(), dossier.form(), days(dossier, decision)),
                signatories.of(dossier, decision, authority),
                decision.code() == null ? null : verification.of(decision.code()));
        return press.print("decision", models);
    }
}
