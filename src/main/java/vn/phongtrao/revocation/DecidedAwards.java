package vn.phongtrao.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.Recipients;
import vn.phongtrao.decision.Recipients.Recipient;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Awards that a unit may ask something about afterwards: those of its own dossiers and of units below, and of those whose
 * business it does. Who had decided decides on that, too.
 */
@Component
class DecidedAwards {

    /** What the tables call a decision that a higher authority took. */
    static final String HIGHER = "higher";
    /** A form offers the latest; earlier ones are named by their number in the address of the decision book. */
    private static final int MOST = 1000;
    private final List<Recipients> procedures;
    private final DecisionRegister decisions;
    private final Dossiers dossiers;
    private final Jurisdictions jurisdictions;
    private final Authorities authorities;
    private final Units units;
    private final Clock clock;

    DecidedAwards(List<Recipients> procedures, DecisionRegister decisions, Dossiers dossiers,
                     Jurisdictions jurisdictions, Authorities authorities, Units units, Clock clock) {
        this.procedures = procedures;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.jurisdictions = jurisdictions;
        this.authorities = authorities;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param process key of the procedure; its table of jurisdictions says who decides
     * @param only    what is told of decisions that are none on awards
     */
    record Purpose(String process, String only, String legalBasis) {
    }

    /**
     * What it is asked about.
     *
     * @param field   of the start form that names it
     * @param dossier that was decided on
     * @param given   all whom the decision recognised
     * @param form    what the tables know it as: tier and position of who had decided, or {@link #HIGHER}
     */
    record Subject(String field, Dossier dossier, List<Recipient> given, String form, Jurisdiction jurisdiction) {
    }

    /** An award to choose. @param source the decision's id, or the number of the dossier that was forwarded */
    record AwardOption(String source, String value, String label) {
    }

    /** What the start form is filled with. */
    @Fills({"decision-revocation", "decision-correction", "certificate-reissue"})
    record Options(List<Option> decisions, List<Option> forwarded, List<AwardOption> awards) {
    }

    Options options(UnitPath unitPath) {
        Map<String, Option> decided = new LinkedHashMap<>();
        Map<String, Option> forwarded = new LinkedHashMap<>();
        var standing = procedures.stream().flatMap(procedure -> procedure.standing(units.inChargeOf(unitPath), MOST)
                .stream()).toList();
        standing.forEach(one -> (one.decisionId() == null ? forwarded : decided).putIfAbsent(source(one),
                new Option(source(one), "%s ngày %s: %s (%s)".formatted(one.decisionNumber(),
                        Wording.day(one.decidedOn()), one.what(), one.dossierNumber()))));
        return new Options(List.copyOf(decided.values()), List.copyOf(forwarded.values()), options(standing));
    }

    /** What was given without who gave it, for sentences that name them: {@code Giấy khen}. */
    static String title(String what) {
        return what.replaceFirst(" của .*", "");
    }

    /** Those whom one decision recognised, to choose from. */
    static List<AwardOption> options(List<Recipient> given) {
        return given.stream().filter(one -> one.revoked() == null)
                .map(one -> new AwardOption(source(one), String.valueOf(one.id()), label(one))).toList();
    }

    private static String label(Recipient one) {
        return "%s (%s)".formatted(one.name(), one.kind());
    }

    private static String source(Recipient one) {
        return one.decisionId() == null ? one.dossierNumber().value() : String.valueOf(one.decisionId());
    }

    /**
     * What a form means.
     *
     * @throws Refusal malformed, without a decision; rule broken, for one that is not there, is none on awards, or not
     *                 the unit's to propose
     */
    Subject require(Purpose purpose, UnitPath unitPath, String decisionId, String forwardedDossier) {
        if (decisionId != null && forwardedDossier != null) {
            throw Refusal.malformed("forwardedDossier", "Chỉ chọn quyết định, hoặc hồ sơ do cấp trên quyết định");
        }
        return forwardedDossier == null ? decided(purpose, unitPath, Needed.require("decisionId", decisionId))
                : forwarded(purpose, unitPath, forwardedDossier);
    }

    private Subject decided(Purpose purpose, UnitPath unitPath, String id) {
        var decision = (id.matches("\\d{1,18}") ? decisions.find(Long.parseLong(id)) : Optional.<Decision>empty())
                .filter(found -> isOf(unitPath, found.unitPath())).orElseThrow(() -> Refusal.broken("decisionId",
                        "Không có quyết định này trong các quyết định mà đơn vị đã đề nghị"));
        var dossier = dossiers.find(decision.dossierNumber().value());
        var given = dossier.stream().flatMap(found -> given(found).stream())
                .filter(one -> Long.valueOf(decision.id()).equals(one.decisionId())).toList();
        if (given.isEmpty()) {
            throw Refusal.broken("decisionId", purpose.only(), purpose.legalBasis());
        }
        var decided = decision.post();
        var form = "%s-%s".formatted(units.require(decided.unitPath()).tier().id(), decided.position().id());
        return new Subject("decisionId", dossier.get(), given, form,
                jurisdiction(purpose, decided, form));
    }

    private Subject forwarded(Purpose purpose, UnitPath unitPath, String number) {
        var dossier = dossiers.find(number).filter(found -> isOf(unitPath, found.unitPath()))
                .filter(found -> !given(found).isEmpty()).orElseThrow(() -> Refusal.broken("forwardedDossier",
                        "Không có hồ sơ này trong các hồ sơ khen thưởng mà đơn vị đã đề nghị"));
        var given = given(dossier);
        if (given.get(0).decisionId() != null) {
            throw Refusal.broken("forwardedDossier", "Hồ sơ này do cấp trong tỉnh quyết định: hãy chọn quyết định");
        }
        var original = dossier.jurisdiction();
        var table = jurisdiction(purpose, original.decider(), HIGHER);
        return new Subject("forwardedDossier", dossier, given, HIGHER, new Jurisdiction(table.decider(), table.symbol(),
                table.ending(), original.higherAuthority(), table.legalBasis()));
    }

    /** Who had decided, or who does so for a unit that has ended. */
    private Jurisdiction jurisdiction(Purpose purpose, Post decided, String form) {
        var today = LocalDate.now(clock);
        return jurisdictions.require(purpose.process(), units.acting(decided.unitPath(), today).path(), Days.on(today),
                new Jurisdictions.Matter(form, null, Decision.MATTER));
    }

    /** The procedure that keeps what was decided on a dossier whose decision is one on awards. */
    Recipients procedure(Dossier dossier) {
        return procedures.stream().filter(procedure -> procedure.process().equals(dossier.process())).findFirst()
                .orElseThrow();
    }

    /** All whom the decision on a dossier recognised; none where its procedure is no award. */
    List<Recipient> given(Dossier dossier) {
        return procedures.stream().filter(procedure -> procedure.process().equals(dossier.process()))
                .flatMap(procedure -> procedure.of(dossier.number()).stream()).toList();
    }

    /** Who had decided, as papers name it. @param decisionId null where a higher authority had */
    String authority(Long decisionId, DossierNumber decided) {
        return decisionId == null ? dossiers.require(decided).jurisdiction().higherAuthority()
                : decisions.find(decisionId).map(decision -> authorities.of(decision.post(), decision.signedOn()).name())
                        .orElseThrow();
    }

    private boolean isOf(UnitPath unitPath, UnitPath proposing) {
        return units.inChargeOf(unitPath).stream().anyMatch(unit -> unit.covers(proposing));
    }
}
