package vn.phongtrao.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

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
 * Decisions that a unit may propose to revoke: those of its own dossiers and of units below, and of those whose business
 * it does.
 */
@Component
class WhatMayBeRevoked {

    /** What the tables call a decision that a higher authority took. */
    static final String HIGHER = "higher";
    private static final String PROCESS = "decision-revocation";
    /** A form offers the latest; earlier ones are revoked by their number in the address of the decision book. */
    private static final int MOST = 1000;
    private static final String LAW = "Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2";

    private final List<Recipients> procedures;
    private final DecisionRegister decisions;
    private final Dossiers dossiers;
    private final Jurisdictions jurisdictions;
    private final Units units;
    private final Clock clock;

    WhatMayBeRevoked(List<Recipients> procedures, DecisionRegister decisions, Dossiers dossiers,
                     Jurisdictions jurisdictions, Units units, Clock clock) {
        this.procedures = procedures;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.jurisdictions = jurisdictions;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What is to be revoked.
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
    @Fills(PROCESS)
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
        return new Options(List.copyOf(decided.values()), List.copyOf(forwarded.values()), standing.stream()
                .map(one -> new AwardOption(source(one), String.valueOf(one.id()),
                        "%s (%s)".formatted(one.name(), one.kind()))).toList());
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
    Subject require(UnitPath unitPath, RevocationFields fields) {
        if (fields.decisionId() != null && fields.forwardedDossier() != null) {
            throw Refusal.malformed("forwardedDossier", "Chỉ chọn quyết định, hoặc hồ sơ do cấp trên quyết định");
        }
        return fields.forwardedDossier() == null
                ? decided(unitPath, Needed.require("decisionId", fields.decisionId()))
                : forwarded(unitPath, fields.forwardedDossier());
    }

    private Subject decided(UnitPath unitPath, String id) {
        var decision = (id.matches("\\d{1,18}") ? decisions.find(Long.parseLong(id)) : Optional.<Decision>empty())
                .filter(found -> isOf(unitPath, found.unitPath())).orElseThrow(() -> Refusal.broken("decisionId",
                        "Không có quyết định này trong các quyết định mà đơn vị đã đề nghị"));
        var dossier = dossiers.find(decision.dossierNumber().value());
        var given = dossier.stream().flatMap(found -> given(found).stream())
                .filter(one -> Long.valueOf(decision.id()).equals(one.decisionId())).toList();
        if (given.isEmpty()) {
            throw Refusal.broken("decisionId", "Chỉ hủy bỏ quyết định khen thưởng; mô hình thì thanh loại, "
                    + "thay đổi về Tổ bảo vệ an ninh, trật tự thì lập hồ sơ thay đổi", LAW);
        }
        var decided = decision.post();
        var form = "%s-%s".formatted(units.require(decided.unitPath()).tier().id(), decided.position().id());
        return new Subject("decisionId", dossier.get(), given, form, jurisdiction(decided, form));
    }

    private Subject forwarded(UnitPath unitPath, String number) {
        var dossier = dossiers.find(number).filter(found -> isOf(unitPath, found.unitPath()))
                .filter(found -> !given(found).isEmpty()).orElseThrow(() -> Refusal.broken("forwardedDossier",
                        "Không có hồ sơ này trong các hồ sơ khen thưởng mà đơn vị đã đề nghị"));
        var given = given(dossier);
        if (given.get(0).decisionId() != null) {
            throw Refusal.broken("forwardedDossier", "Hồ sơ này do cấp trong tỉnh quyết định: hãy chọn quyết định");
        }
        var original = dossier.jurisdiction();
        var table = jurisdiction(original.decider(), HIGHER);
        return new Subject("forwardedDossier", dossier, given, HIGHER, new Jurisdiction(table.decider(), table.symbol(),
                table.ending(), original.higherAuthority(), table.legalBasis()));
    }

    /** Who had decided, or who does so for a unit that has ended. */
    private Jurisdiction jurisdiction(Post decided, String form) {
        var today = LocalDate.now(clock);
        return jurisdictions.require(PROCESS, units.acting(decided.unitPath(), today).path(), Days.on(today),
                new Jurisdictions.Matter(form, null, Decision.MATTER));
    }

    /** All whom the decision on a dossier recognised; none where its procedure is no award. */
    List<Recipient> given(Dossier dossier) {
        return procedures.stream().filter(procedure -> procedure.process().equals(dossier.process()))
                .flatMap(procedure -> procedure.of(dossier.number()).stream()).toList();
    }

    private boolean isOf(UnitPath unitPath, UnitPath proposing) {
        return units.inChargeOf(unitPath).stream().anyMatch(unit -> unit.covers(proposing));
    }
}
