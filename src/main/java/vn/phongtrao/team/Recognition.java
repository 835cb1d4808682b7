package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;

/**
 * From the elected to the team: roles are proposed, the chair decides, and two decisions found the team and recognise
 * its members (Thông tư 14/2024/TT-BCA, Điều 4).
 */
@Component
class Recognition {

    /** The matter of the decision that recognises the members. */
    static final String RECOGNITION = "recognition";

    private final Plans plans;
    private final Candidates candidates;
    private final Composition composition;
    private final Quotas quotas;
    private final Teams teams;
    private final Dossiers dossiers;
    private final DecisionBook book;
    private final Authorities authorities;

    Recognition(Plans plans, Candidates candidates, Composition composition, Quotas quotas, Teams teams,
                Dossiers dossiers, DecisionBook book, Authorities authorities) {
        this.plans = plans;
        this.candidates = candidates;
        this.composition = composition;
        this.quotas = quotas;
        this.teams = teams;
        this.dossiers = dossiers;
        this.book = book;
        this.authorities = authorities;
    }

    /** The roles as the form brings them. */
    @FieldsOf("team-establishment-propose-recognition")
    record Proposal(@NotEmpty(message = REQUIRED)
                    List<@Valid @NotNull(message = REQUIRED) Appointment> roles) {
    }

    /**
     * Whether those elected so far can make up a team; where they cannot, more are selected (Luật 30/2023/QH15, Điều
     * 15).
     */
    boolean enoughElected(Dossier dossier, Plan plan) {
        return composition.checkSize(elected(plan).size(), plan.seats(), dossiers.days(dossier)).isEmpty();
    }

    /**
     * @throws Refusal rule broken, unless everybody elected has one role and the team is composed as the law wants it
     */
    void propose(Dossier dossier, Plan plan, List<Appointment> rows) {
        var elected = elected(plan).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Set<Long> named = new HashSet<>();
        var refused = new Refusals();
        for (int i = 0; i < rows.size(); i++) {
            var id = rows.get(i).id();
            var field = "roles[%d].id".formatted(i);
            refused.gather(() -> {
                if (!elected.containsKey(id)) {
                    throw Refusal.broken(field, "Người này không có trong danh sách trúng tuyển");
                }
                if (!named.add(id)) {
                    throw Refusal.broken(field, "Một người có ở hai dòng");
                }
            });
        }
        refused.throwAny();
        if (named.size() < elected.size()) {
            throw Refusal.broken("roles", "Còn %d người trúng tuyển chưa có chức danh"
                    .formatted(elected.size() - named.size()));
        }
        var proposed = rows.stream().map(row -> elected.get(row.id()).proposedAs(row.role())).toList();
        var breaches = breaches(dossier, plan, proposed);
        if (!breaches.isEmpty()) {
            throw Refusal.broken("roles", breaches.stream().map(Reason::message).collect(Collectors.joining("; ")),
                    breaches.get(0).legalBasis());
        }
        candidates.saveAll(proposed);
    }

    /** What is not as it must be with the roles that are proposed. */
    List<Reason> breaches(Dossier dossier, Plan plan, List<Candidate> proposed) {
        return composition.check(proposed.stream().map(one -> Role.of(one.role())).toList(), plan.seats(),
                dossiers.days(dossier));
    }

    /** Enters the larger quota with a decision of the province. */
    void raiseQuota(Dossier dossier, Plan plan) {
        var hamlet = plans.hamlet(plan);
        var decision = book.issue(plan.quotaPost(), Plans.QUOTA, plan.quotaSymbol(),
                "Về việc giao số lượng thành viên Tổ bảo vệ an ninh, trật tự %s, %s".formatted(hamlet.name(),
                        authorities.addressOf(hamlet.communePath())), dossier.number(), dossier.unitPath(),
                dossiers.actor(dossier.number(), "decide-quota"));
        quotas.decide(hamlet.communePath(), hamlet.path(),
                quotas.members(hamlet.communePath(), hamlet.path()) + plan.seats(), decision, decision.signedOn());
    }

    /** Founds the team with its members: two decisions, the register and the end of the dossier, all or nothing. */
    void establish(Dossier dossier, Plan plan) {
        var hamlet = plans.hamlet(plan);
        var name = "Tổ bảo vệ an ninh, trật tự " + hamlet.name();
        var founding = issue(dossier, "establishment", "thành lập " + name);
        var team = teams.establish(hamlet, name, founding, founding.signedOn());
        var recognition = issue(dossier, RECOGNITION, "công nhận Tổ trưởng, Tổ phó, Tổ viên " + name);
        elected(plan).forEach(one -> teams.recognise(team.id(),
                new Person(one.name(), one.birthDate(), one.gender(), one.citizen()), Role.of(one.role()), recognition,
                recognition.signedOn()));
        plans.carriedOut(plan, team);
        dossiers.decide(dossier.number());
    }

    private Decision issue(Dossier dossier, String matter, String subject) {
        var jurisdiction = dossier.jurisdiction();
        return book.issue(jurisdiction.decider(), matter, jurisdiction.symbol(), "Về việc " + subject, dossier.number(),
                dossier.unitPath(), dossiers.decidedBy(dossier.number()));
    }

    private List<Candidate> elected(Plan plan) {
        return candidates.findByDossierNumberOrderById(plan.dossierNumber()).stream()
                .filter(one -> one.is(Candidate.ELECTED)).toList();
    }
}
