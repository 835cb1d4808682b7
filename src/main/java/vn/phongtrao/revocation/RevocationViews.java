package vn.phongtrao.revocation;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.text.Wording;

/** Revocations as they are shown. */
@Component
class RevocationViews {

    private final Dossiers dossiers;
    private final DecidedAwards subjects;
    private final Grounds grounds;

    RevocationViews(Dossiers dossiers, DecidedAwards subjects, Grounds grounds) {
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.grounds = grounds;
    }

    RevocationView of(Dossier dossier, Revoked revoked, List<Recovery> recoveries) {
        var ground = grounds.require(revoked.ground(), dossiers.days(dossier));
        var bonus = recoveries.stream().mapToLong(Recovery::bonus).sum();
        var open = revoked.revokedOn() == null ? 0 : recoveries.stream().mapToLong(Recovery::owed).sum();
        var back = recoveries.stream().mapToLong(Recovery::back).sum();
        return new RevocationView(revoked.decisionId() == null ? null : String.valueOf(revoked.decisionId()),
                revoked.decisionNumber(), revoked.decidedOn(), subjects.authority(revoked.decisionId(),
                        revoked.revokedDossier()), revoked.revokedDossier().value(),
                revoked.whole(), revoked.whole() ? "Toàn bộ quyết định" : "Một phần quyết định",
                recoveries.get(0).what(), recoveries.stream().map(RevocationViews::line).toList(), revoked.ground(),
                ground.name(), ground.legalBasis(), revoked.reason(), revoked.resultNumber(), revoked.resultDecidedOn(),
                revoked.revokedOn(), revoked.revokedBy(), revoked.revokedOn() == null ? null : dossier.dueOn(), bonus,
                Wording.amount(bonus), open, Wording.amount(open), back, Wording.amount(back),
                revoked.revokedOn() != null && recoveries.stream().allMatch(Recovery::settled));
    }

    private static RevocationView.Line line(Recovery one) {
        return new RevocationView.Line(String.valueOf(one.recipientId()), one.kind(), one.name(), one.what(), one.bonus(),
                Wording.amount(one.bonus()), one.paid(), one.object().id(), one.object().ofObject(), one.objectOn(),
                one.money().id(), one.money().ofMoney(), one.back(), Wording.amount(one.back()), one.moneyOn(), one.note(),
                one.settled());
    }
}
