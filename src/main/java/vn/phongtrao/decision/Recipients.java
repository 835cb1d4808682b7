package vn.phongtrao.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.UnitPath;

/** Whom the decisions of a procedure recognised. Implemented by procedures whose decisions can be revoked. */
public interface Recipients {

    /** Key of the process. */
    String process();

    /** All whom a dossier's decision recognised, in its order; those of whom it was revoked among them. */
    List<Recipient> of(DossierNumber dossierNumber);

    /**
     * Those of the units and below of whom nothing was revoked, the latest first.
     *
     * @param most how many at most
     */
    List<Recipient> standing(Collection<UnitPath> units, int most);

    /**
     * Asked before the words of what was decided on a dossier are put right.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, where what is right collides with what else was decided
     */
    void requireCorrectable(DossierNumber dossierNumber, Correction correction);

    /**
     * One whom a decision recognised.
     *
     * @param decisionId     null where a higher authority decided
     * @param decisionNumber as printed
     * @param kind           for people: {@code Cá nhân}
     * @param what           as what: {@code Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã}
     * @param bonus          in đồng; zero without
     * @param paid           whether it was paid
     * @param birthYear      null but for people, as {@code occupation}
     * @param hamlet         null where none was said
     * @param print          which print of the certificate counts, from 1
     * @param revoked        null while it holds
     */
    record Recipient(long id, DossierNumber dossierNumber, Long decisionId, String decisionNumber, LocalDate decidedOn,
                     String kind, String name, String what, long bonus, boolean paid, Revocation revoked,
                     Integer birthYear, String occupation, String hamlet, String achievement, int print) {
    }
}
