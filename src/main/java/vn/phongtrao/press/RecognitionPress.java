package vn.phongtrao.press;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.Certificates;
import vn.phongtrao.decision.Certificates.Certificate;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** Prints the certificates of decisions that recognise something (giấy công nhận). */
@Component
public class RecognitionPress {

    private final Press press;
    private final Certificates certificates;
    private final Authorities authorities;
    private final Signatories signatories;
    private final Verification verification;

    RecognitionPress(Press press, Certificates certificates, Authorities authorities, Signatories signatories,
                     Verification verification) {
        this.press = press;
        this.certificates = certificates;
        this.authorities = authorities;
        this.signatories = signatories;
        this.verification = verification;
    }

    /**
     * @param statement as what the recipients are recognised, a sentence without its full stop
     * @param blank     the pre-printed form to print on; null for the whole certificate
     */
    public Stream<Sheet> certificates(Dossier dossier, Decision decision, String statement, BlankForm blank) {
        var authority = authorities.of(decision.post(), decision.signedOn());
        var given = certificates.of(decision);
        return IntStream.range(0, given.size()).mapToObj(index -> new Sheet(
                "certificate-%d-%d".formatted(decision.id(), index + 1), given.get(index).recipient(), null,
                authority.post(), () -> print(dossier, decision, authority, given.get(index), statement, blank)));
    }

    @Fills("recognition")
    private record Model(Authority authority, String number, String date, String recipient, String statement,
                         Signatories.Signature signature, String given, BlankForm blank, Verification.Mark mark) {
    }

    private Print print(Dossier dossier, Decision decision, Authority authority, Certificate certificate,
                        String statement, BlankForm blank) {
        return press.print("recognition", new Model(authority, decision.label(), Wording.date(decision.signedOn()),
                certificate.recipient(), statement,
                signatories.of(dossier, decision, authority), null, blank,
                verification.of(certificate.code())));
    }
}
