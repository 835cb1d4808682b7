package vn.phongtrao.decision;

import java.time.LocalDate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.Deputising;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * An entry of the decision book.
 *
 * @param authority path of the unit whose authority decided
 * @param position  who decided there
 * @param matter    what was decided on, where a procedure decides more than once: {@code quota}
 * @param symbol    what follows the number, for example {@code QĐ-UBND}
 * @param year      the year in which the numbering runs
 * @param number    position within authority, symbol and year, from 1
 * @param unitPath  the unit whose dossier was decided on
 * @param signer    user name of who decided
 * @param code      verification code; null for a draft, which nobody can verify
 * @param signerName full name of who decided; null where the sign-in told none
 * @param deputising in whose place the signer decided; null where it was the signer's own post
 * @param revoked    that it was revoked for all whom it recognised; null while it holds for anybody
 * @param partlyRevoked that it was revoked for some of them, by the latest who did; null where nobody did, or it holds for nobody
 * @param corrected  that words of it were put right, by the latest who did; null where nobody did
 */
public record Decision(long id, UnitPath authority, Position position, String matter, String symbol,
                       int year, int number, LocalDate signedOn, String subject, DossierNumber dossierNumber,
                       UnitPath unitPath, String signer, String code, String signerName, Deputising deputising,
                       Revocation revoked, Revocation partlyRevoked, Replacement corrected) {

    /** The matter of a procedure that decides once. */
    public static final String MATTER = "decision";

    /** One that holds, which its signer took under a post of the signer's own. */
    public Decision(long id, UnitPath authority, Position position, String matter, String symbol, int year, int number,
                    LocalDate signedOn, String subject, DossierNumber dossierNumber, UnitPath unitPath, String signer,
                    String code) {
        this(id, authority, position, matter, symbol, year, number, signedOn, subject, dossierNumber, unitPath, signer,
                code, null, null, null, null, null);
    }

    /** The number as printed (Nghị định 30/2020/NĐ-CP, Phụ lục I): {@code 05/QĐ-UBND}, {@code 12/QĐ-UBND}. */
    public String label() {
        return label(number, symbol);
    }

    /** Who signed, by name where it is known, and for whom and how: {@code Trần Thị Mẫu (KT. Nguyễn Văn Mẫu)}. */
    String signedBy() {
        var name = signerName == null ? signer : signerName;
        return deputising == null ? name : "%s (%s)".formatted(name, deputising.forWhom());
    }

    /** Whose decision it is. */
    public Post post() {
        return new Post(authority, position);
    }

    /** The same without its code, for a paper that is not the decision. */
    public Decision draft() {
        return new Decision(id, authority, position, matter, symbol, year, number, signedOn, subject, dossierNumber,
                unitPath, signer, null, signerName, deputising, null, null, null);
    }

    static String label(int number, String symbol) {
        return "%02d/%s".formatted(number, symbol);
    }
}
