package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Titles;

/**
 * What the rules say of an open commendation dossier: of the form it asks for, and of each nominee still considered.
 */
@Component
class Findings {

    private static final String ONCE = "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2";

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final AwardForms forms;
    private final Council council;
    private final Earlier earlier;
    private final Bonus bonus;
    private final Plausibility plausibility;
    private final Cautions cautions;
    private final ThematicAwards thematic;
    private final MedalService medals;
    private final Opinions opinions;
    private final Titles titles;
    private final Clock clock;

    Findings(Dossiers dossiers, Proposals proposals, AwardForms forms, Council council, Earlier earlier, Bonus bonus,
             Plausibility plausibility, Cautions cautions, ThematicAwards thematic, MedalService medals,
             Opinions opinions, Titles titles, Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.forms = forms;
        this.council = council;
        this.earlier = earlier;
        this.bonus = bonus;
        this.plausibility = plausibility;
        this.cautions = cautions;
        this.thematic = thematic;
        this.medals = medals;
        this.opinions = opinions;
        this.titles = titles;
        this.clock = clock;
    }

    /** By the rules of the day on which the dossier was received; the bonus as a decision of today would give it. */
    List<Finding> of(Dossier dossier) {
        var found = forms.find(dossier.form(), dossier.type(), dossiers.days(dossier));
        if (found.isEmpty()) {
            return List.of(new Finding(null, false,
                    "Không có quy định áp dụng \"%s\" cho loại \"%s\" vào ngày lập hồ sơ"
                    .formatted(AwardForm.name(dossier.form()), AwardForm.typeName(dossier.type())), true, null));
        }
        var form = found.get();
        List<Finding> findings = new ArrayList<>(List.of(
                new Finding(null, true, "\"%s\" áp dụng cho loại \"%s\"".formatted(form.name(),
                        AwardForm.typeName(dossier.type())), true, form.legalBasis()),
                authority(dossier), vote(dossier, form)));
        var commendation = proposals.require(dossier.number());
        var nominees = proposals.nomineesOf(dossier.number());
        for (int i = 0; i < nominees.size(); i++) {
            if (nominees.get(i).pending()) {
                var subject = subject(i, nominees.get(i));
                findings.addAll(of(nominees.get(i), subject, commendation, form, dossiers.days(dossier)));
                findings.addAll(medals.of(subject, nominees.get(i), form.id(), dossiers.days(dossier)));
                findings.addAll(plausibility.of(subject, nominees.get(i), dossiers.days(dossier)));
            }
        }
        findings.addAll(cautions.of(dossier.unitPath(), commendation, nominees, dossiers.days(dossier)));
        findings.addAll(opinions.findings(dossier));
        findings.addAll(thematic.of(dossier, commendation));
        return findings;
    }

    /** @throws Refusal rule broken, for a nominee who has not, or is not said to have, served long enough for the medal */
    void requireMedal(Dossier dossier) {
        if (!dossier.form().equals(MedalService.MEDAL)) {
            return;
        }
        var nominees = proposals.nomineesOf(dossier.number());
        for (int i = 0; i < nominees.size(); i++) {
            if (nominees.get(i).pending()) {
                var field = "nominees[%d]".formatted(i);
                medals.of(subject(i, nominees.get(i)), nominees.get(i), dossier.form(), dossiers.days(dossier)).stream()
                        .filter(finding -> finding.enforced() && !finding.fits()).findFirst().ifPresent(finding -> {
                            throw Refusal.broken(field, finding.message(), finding.legalBasis());
                        });
            }
        }
    }

    /** As findings name a nominee. @param index from 0 */
    static String subject(int index, Nominee nominee) {
        return "%d. %s".formatted(index + 1, nominee.name());
    }

    private Finding authority(Dossier dossier) {
        var decides = dossier.jurisdiction();
        var who = titles.inVietnamese(decides.decider(), LocalDate.now(clock));
        return new Finding(null, true, (decides.forwards() ? "%s trình cấp trên quyết định" : "%s quyết định")
                .formatted(who), true, decides.legalBasis());
    }

    private Finding vote(Dossier dossier, AwardForm form) {
        return form.council() ? council.rule(dossier)
                : new Finding(null, true, "Không phải lấy phiếu của Hội đồng Thi đua - Khen thưởng", false,
                        form.legalBasis());
    }

    private List<Finding> of(Nominee nominee, String subject, Commendation commendation, AwardForm form, Days days) {
        var kind = Kind.of(nominee.kind());
        List<Finding> findings = new ArrayList<>();
        var recipient = kind.label().toLowerCase(Wording.VIETNAMESE);
        findings.add(found(subject, form.kinds().contains(kind), "Tặng được cho " + recipient,
                "Không tặng cho " + recipient, form.legalBasis()));
        if (kind == Kind.INDIVIDUAL) {
            findings.add(found(subject, nominee.birthYear() != null && nominee.citizenMask() != null,
                    "Đủ năm sinh và %s để đối chiếu".formatted(nominee.document() == null ? "số căn cước" : "số giấy tờ tùy thân"),
                    "Thiếu năm sinh hoặc số căn cước để đối chiếu", ONCE));
        }
        findings.add(unique(subject, earlier.awardFor(nominee.subject(), commendation),
                "Thành tích này chưa được khen thưởng", "Thành tích này đã được khen thưởng", ONCE));
        if (form.oncePerLife()) {
            findings.add(unique(subject, earlier.award(nominee.subject(), form.id()),
                    "Chưa được tặng lần nào (chỉ tặng một lần cho một người)",
                    "Chỉ tặng một lần cho một người; đã tặng", form.legalBasis()));
        }
        bonus.find(form.id(), nominee.kind(), days).ifPresent(amount ->
                findings.add(new Finding(subject, true, said(amount), false, amount.legalBasis())));
        return findings;
    }

    private static Finding found(String subject, boolean fits, String yes, String no, String legalBasis) {
        return new Finding(subject, fits, fits ? yes : no, true, legalBasis);
    }

    private static Finding unique(String subject, Optional<String> decision, String never, String before,
                                  String legalBasis) {
        return found(subject, decision.isEmpty(), never,
                before + decision.map(" tại Quyết định số %s"::formatted).orElse(""), legalBasis);
    }

    private static String said(Bonus.Amount amount) {
        return amount.amount() == 0 ? "Không kèm tiền thưởng"
                : "Tiền thưởng nếu quyết định hôm nay: %s đồng (%s × mức lương cơ sở %s đồng)".formatted(
                        Wording.amount(amount.amount()), amount.coefficient().stripTrailingZeros().toPlainString()
                                .replace('.', ','), Wording.amount(amount.baseSalary()));
    }
}
