package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** Grants awards: the decision with its number, and an entry for each nominee in the register of awards. */
@Transactional
@ProcessBean("awards")
public class Awards {

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Nominees nominees;
    private final AwardForms forms;
    private final Earlier earlier;
    private final Bonus bonus;
    private final Funds funds;
    private final DecisionBook book;
    private final AwardRepository awards;

    Awards(Dossiers dossiers, Proposals proposals, Nominees nominees, AwardForms forms, Earlier earlier, Bonus bonus,
           Funds funds, DecisionBook book, AwardRepository awards) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.nominees = nominees;
        this.forms = forms;
        this.earlier = earlier;
        this.bonus = bonus;
        this.funds = funds;
        this.book = book;
        this.awards = awards;
    }

    /** @param unit whose authority decided or forwarded */
    private record Source(Long decisionId, String number, LocalDate decidedOn, UnitPath unit) {
    }

    /** Decides for the nominees that are left, with the next number of the deciding authority. */
    public void grant(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var commendation = proposals.require(dossierNumber);
        var remaining = remaining(dossier, commendation);
        var decides = dossier.jurisdiction();
        var decision = book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                "Về việc tặng " + AwardForm.title(dossier.form()), dossierNumber, dossier.unitPath(),
                dossiers.decidedBy(dossierNumber));
        enter(dossier, commendation, remaining, new Source(decision.id(), decision.label(),
                decision.signedOn(), decision.authority()));
    }

    /** Enters the result that a higher authority decided on. */
    public void register(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var commendation = proposals.require(dossierNumber);
        enter(dossier, commendation, remaining(dossier, commendation),
                new Source(null, commendation.resultNumber(), commendation.resultDecidedOn(),
                        dossier.jurisdiction().decider().unitPath()));
    }

    /** The nominees still pending, without those who got an award for the same achievement in the meantime. */
    private List<Nominee> remaining(Dossier dossier, Commendation commendation) {
        var form = forms.require(dossier.form(), dossier.type(), dossiers.days(dossier));
        var pending = proposals.nomineesOf(dossier.number()).stream().filter(Nominee::pending).toList();
        earlier.lock(pending.stream().map(Nominee::subject).toList());
        var judged = pending.stream().map(nominee -> earlier.awardFor(nominee.subject(), commendation)
                .or(() -> form.oncePerLife() ? earlier.award(nominee.subject(), form.id()) : Optional.empty())
                .map(number -> nominee.with(Nominee.DROPPED, "Đã được khen thưởng tại Quyết định số " + number))
                .orElse(nominee)).toList();
        nominees.saveAll(judged.stream().filter(nominee -> !nominee.pending()).toList());
        var remaining = judged.stream().filter(Nominee::pending).toList();
        if (remaining.isEmpty()) {
            throw Refusal.broken("outcome", "Không còn ai đủ điều kiện: thành tích đã được khen thưởng",
                    "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2");
        }
        if (remaining.size() < pending.size()) {
            proposals.rename(dossier);
        }
        return remaining;
    }

    private void enter(Dossier dossier, Commendation commendation, List<Nominee> remaining, Source source) {
        var fund = funds.paying(commendation.awardForm(), source.decidedOn());
        var days = dossiers.days(dossier).decided(source.decidedOn());
        awards.enter(remaining.stream().map(nominee -> {
            var amount = bonus.of(commendation.awardForm(), nominee.kind(), days);
            return new Award(dossier.number(), nominee.id(), source.decisionId(), source.number(), source.decidedOn(),
                    dossier.unitPath(), commendation.awardForm(), nominee.kind(), nominee.name(), nominee.subject(),
                    commendation.achievement(), commendation.achievementKey(), commendation.achievementType(),
                    commendation.achievedFrom(), commendation.achievedTo(), amount.coefficient(), amount.baseSalary(),
                    amount.amount(), nominee.gender(), nominee.directWorker(), nominee.farmer(), fund.id(),
                    fund.kept() ? source.unit() : null, nominee.dead(), commendation.campaign());
        }).toList());
        nominees.judge(remaining.stream().map(Nominee::id).toList(), Nominee.AWARDED, null);
        dossiers.decide(dossier.number());
    }
}
