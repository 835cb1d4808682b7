package vn.phongtrao.press;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.signing.PaperSigner;
import vn.phongtrao.signing.SignaturePlace;

/** Prints a paper once, signs it where its authority has a certificate, and gives the same bytes ever after. */
@Component
class KeptPapers {

    private final PaperSigner signer;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptPapers(PaperSigner signer, JdbcClient jdbc, Clock clock) {
        this.signer = signer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param place where it is still to be signed; null for a paper that is as it is handed out */
    private record Kept(byte[] content, SignaturePlace place) {
    }

    /** @throws Refusal rule broken, when the paper is to be signed and the certificate is not valid now */
    byte[] of(Dossier dossier, Sheet sheet) {
        return find(dossier, sheet).map(kept -> kept.place() == null ? kept.content() : finish(dossier, sheet, kept))
                .orElseGet(() -> {
                    var print = sheet.print().get();
                    var signed = signs(sheet);
                    add(dossier, sheet, signed ? sign(print, sheet) : print.pdf(), signed, null);
                    return of(dossier, sheet);
                });
    }

    /** Keeps what the paper says now; it is signed when somebody asks for it, so that no certificate is needed yet. */
    void hold(Dossier dossier, Sheet sheet) {
        if (find(dossier, sheet).isEmpty()) {
            var print = sheet.print().get();
            add(dossier, sheet, print.pdf(), false, signs(sheet) ? print.place() : null);
        }
    }

    /**
     * The paper as it is handed out. What was revoked is a copy that says so; what is kept stays as it was.
     *
     * @see #of
     */
    byte[] copy(Dossier dossier, Sheet sheet) {
        return sheet.revoked() == null ? of(dossier, sheet) : Sheaf.revoked(of(dossier, sheet), sheet.revoked());
    }

    /** A certificate is handed out; only what a signature makes the original is kept. */
    byte[] certificate(Dossier dossier, Sheet sheet) {
        return signs(sheet) && sheet.revoked() == null ? of(dossier, sheet) : printed(sheet);
    }

    /** Printed now, and nothing kept. */
    static byte[] printed(Sheet sheet) {
        var pdf = sheet.print().get().pdf();
        return sheet.revoked() == null ? pdf : Sheaf.revoked(pdf, sheet.revoked());
    }

    boolean has(Dossier dossier, Sheet sheet) {
        return find(dossier, sheet).isPresent();
    }

    private boolean signs(Sheet sheet) {
        return sheet.signer() != null && signer.signsFor(sheet.signer());
    }

    /** Of two who print at once, the one whose row comes first counts. */
    private void add(Dossier dossier, Sheet sheet, byte[] content, boolean signed, SignaturePlace place) {
        jdbc.sql("""
                        insert into paper (dossier_number, name, title, number, printed_at, signed, sha256, content,
                                           signature_place)
                        values (:dossier, :name, :title, :number, :now, :signed, :sha256, :content, :place)
                        on conflict (dossier_number, name) do nothing""")
                .param("dossier", dossier.number().value()).param("name", sheet.name()).param("title", sheet.title())
                .param("number", sheet.number()).param("now", Timestamp.from(clock.instant())).param("signed", signed)
                .param("sha256", digest(content)).param("content", content).param("place", numbers(place)).update();
    }

    /** Signs what was held, unless the authority signs in ink by now. */
    private byte[] finish(Dossier dossier, Sheet sheet, Kept kept) {
        var signed = signs(sheet);
        var content = signed ? signer.sign(kept.content(), sheet.signer(), kept.place()) : kept.content();
        jdbc.sql("""
                        update paper set content = :content, sha256 = :sha256, signed = :signed, signature_place = null
                        where dossier_number = :dossier and name = :name and signature_place is not null""")
                .param("content", content).param("sha256", digest(content)).param("signed", signed)
                .param("dossier", dossier.number().value()).param("name", sheet.name()).update();
        return of(dossier, sheet);
    }

    private byte[] sign(Print print, Sheet sheet) {
        if (print.place() == null) {
            throw Refusal.broken(null, "Mẫu in của \"%s\" không có chỗ dành cho chữ ký số (id=\"signature\")"
                    .formatted(sheet.title()));
        }
        return signer.sign(print.pdf(), sheet.signer(), print.place());
    }

    private Optional<Kept> find(Dossier dossier, Sheet sheet) {
        return jdbc.sql("select content, signature_place from paper where dossier_number = ? and name = ?")
                .params(dossier.number().value(), sheet.name())
                .query((row, index) -> new Kept(row.getBytes("content"), place(row.getArray("signature_place"))))
                .optional();
    }

    private static double[] numbers(SignaturePlace place) {
        return place == null ? null
                : new double[] {place.page(), place.left(), place.top(), place.width(), place.height()};
    }

    private static SignaturePlace place(Array numbers) throws SQLException {
        if (numbers == null) {
            return null;
        }
        var place = (Double[]) numbers.getArray();
        return new SignaturePlace(place[0].intValue(), place[1], place[2], place[3], place[4]);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
