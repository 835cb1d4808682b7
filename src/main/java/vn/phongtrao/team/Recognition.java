package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/**
 * From the elected to the team: roles are proposed, the chair decides, and two decisions found the team and recognise its
 * members (Thông tư 14/2024/TT-BCA, Điều 4).
 */
@Component
class Recognition {

    private final Plans plans;
    private final Candidates candidates;
    private final Composition composition;
    private final Quotas quotas;
    private final Teams teams;
    private final Dossiers dossiers;
    private final DecisionBook book;
    private final Authorities authorities;
    private final Units units;
    private final Clock clock;

    Recognition(Plans plans, Candidates candidates, Composition composition, Quotas quotas, Teams teams,
                Dossiers dossiers, DecisionBook book, Authorities authorities, Units units, Clock clock) {
        this.plans = plans;
        this.candidates = candidates;
        this.composition = composition;
        this.quotas = quotas;
        this.teams = teams;
        this.dossiers = dossiers;
        this.book = book;
        this.authorities = authorities;
        this.units = units;
        this.clock = clock;
    }

    /** Whether those elected so far can make up a team; where they cannot, more are selected (Luật 30/2023/QH15, Điều 15). */
    boolean enoughElected(Plan plan) {
        return composition.checkSize(elected(plan).size(), plan.seats(), LocalDate.now(clock)).isEmpty();
    }

    /** @throws Refusal rule broken, unless everybody elected has one role and the team is composed as the law wants it */
    void propose(Plan plan, List<Map<String, Object>> rows) {
        var elected = elected(plan).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Set<Long> named = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!named.add(id(rows.get(i)))) {
                throw Refusal.broken("roles[%d].id".formatted(i), "Một người có ở hai dòng");
            }
        }
        if (named.size() < elected.size()) {
            throw Refusal.broken("roles", "Còn %d người trúng tuyển chưa có chức danh"
                    .formatted(elected.size() - named.size()));
        }
        var proposed = rows.stream()
                .map(row -> elected.get(id(row)).proposedAs(Role.of((String) row.get("role")))).toList();
        var breaches = breaches(plan, proposed);
        if (!breaches.isEmpty()) {
            throw Refusal.broken("roles", breaches.stream().map(Reason::message).collect(Collectors.joining("; ")),
                    breaches.get(0).legalBasis());
        }
        candidates.saveAll(proposed);
    }

    /** What is not as it must be with the roles that are proposed. */
    List<Reason> breaches(Plan plan, List<Candidate> proposed) {
        return composition.check(proposed.stream().map(one -> Role.of(one.role())).toList(), plan.seats(),
                LocalDate.now(clock));
    }

    /** Enters the larger quota with a decision of the province. */
    void raiseQuota(Dossier dossier, Plan plan) {
        var hamlet = plans.hamlet(plan);
        var province = units.atTier(dossier.unitPath(), Tier.PROVINCE).orElseThrow();
        var decision = issue(dossier, "quota", new Post(province.path(), Position.COMMITTEE_CHAIR), "giao số lượng thành viên Tổ bảo vệ an ninh, trật tự "
                + hamlet.name() + ", " + authorities.addressOf(hamlet.communePath()),
                dossiers.actor(dossier.number(), "decide-quota"));
        quotas.decide(hamlet.communePath(), hamlet.path(),
                quotas.members(hamlet.communePath(), hamlet.path()) + plan.seats(), decision, decision.signedOn());
    }

    /** Founds the team with its members: two decisions, the register and the end of the dossier, all or nothing. */
    void establish(Dossier dossier, Plan plan) {
        var hamlet = plans.hamlet(plan);
        var name = "Tổ bảo vệ an ninh, trật tự " + hamlet.name();
        var signer = dossiers.decidedBy(dossier.number());
        var founding = issue(dossier, "establishment", dossier.decider(), "thành lập " + name, signer);
        var team = teams.establish(hamlet, name, founding, founding.signedOn());
        var recognition = issue(dossier, "recognition", dossier.decider(),
                "công nhận Tổ trưởng, Tổ phó, Tổ viên " + name, signer);
        elected(plan).forEach(one -> teams.recognise(team.id(),
                new Person(one.name(), one.birthDate(), one.gender(), one.citizen()), Role.of(one.role()), recognition,
                recognition.signedOn()));
        plans.update(plan.carriedOut(team.id()));
        dossiers.decide(dossier.number());
    }

    private Decision issue(Dossier dossier, String matter, Post authority, String subject, String signer) {
        var style = authorities.of(authority, LocalDate.now(clock));
        return book.issue(authority, matter, "QĐ-" + style.abbreviation(), "Về việc " + subject, dossier.number(),
                dossier.unitPath(), signer);
    }

    private List<Candidate> elected(Plan plan) {
        return candidates.findByDossierNumberOrderById(plan.dossierNumber()).stream()
                .filter(one -> one.is(Candidate.ELECTED)).toList();
    }

    private static Long id(Map<String, Object> row) {
        return Long.valueOf((String) row.get("id"));
    }
}
