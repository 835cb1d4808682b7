package vn.phongtrao.press;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
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

    DecisionPress(Press press, Authorities authorities, LegalBases bases, Signatories signatories,
                  Verification verification) {
        this.press = press;
        this.authorities = authorities;
        this.bases = bases;
        this.signatories = signatories;
        this.verification = verification;
    }

    /**
     * What a decision decides.
     *
     * @param template  with the fragments, for example {@code commendation/decision}
     * @param articles  how many articles stand before the last
     * @param concerned who has to carry the decision out beside the authority's own, for example {@code các tập thể có
     *                  tên tại Điều 1}
     * @param model     what the fragments are filled with, beside {@code authority}, {@code decision}, {@code number}
     *                  and {@code date}; a {@code proposer} among it takes the place of the authority's usual one
     */
    public record Matter(String template, int articles, String concerned, Map<String, Object> model) {
    }

    public Print print(Dossier dossier, Decision decision, Matter matter) {
        var authority = authorities.of(decision.post(), decision.signedOn());
        Map<String, Object> model = new HashMap<>();
        model.put("proposer", authority.proposer());
        model.putAll(matter.model());
        model.put("matter", matter.template());
        model.put("lastArticle", matter.articles() + 1);
        model.put("concerned", matter.concerned());
        model.put("authority", authority);
        model.put("decision", decision);
        model.put("number", decision.label());
        model.put("date", Wording.date(decision.signedOn()));
        model.put("bases", bases.ofDecision(authority.position(), dossier.process(), dossier.form(),
                decision.signedOn()));
        model.put("signature", signatories.of(dossier, decision.signer(), authority, decision.signedOn()));
        model.put("mark", verification.of(decision.code()));
        return press.print("decision", model);
    }
}
