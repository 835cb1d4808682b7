package vn.phongtrao.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.signing.PaperSigner;

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

    /** @throws Refusal rule broken, when the paper is to be signed and the certificate is not valid now */
    byte[] of(Dossier dossier, Sheet sheet) {
        return find(dossier, sheet).orElseGet(() -> {
            keep(dossier, sheet);
            return find(dossier, sheet).orElseThrow();
        });
    }

    /** A certificate is handed out; only what a signature makes the original is kept. */
    byte[] certificate(Dossier dossier, Sheet sheet) {
        return signs(sheet) ? of(dossier, sheet) : sheet.print().get().pdf();
    }

    private boolean signs(Sheet sheet) {
        return sheet.signer() != null && signer.signsFor(sheet.signer());
    }

    /** Of two who print at once, the one whose row comes first counts. */
    private void keep(Dossier dossier, Sheet sheet) {
        var print = sheet.print().get();
        var signed = signs(sheet);
        var content = signed ? sign(print, sheet) : print.pdf();
        jdbc.sql("""
                        insert into paper (dossier_number, name, title, number, printed_at, signed, sha256, content)
                        values (:dossier, :name, :title, :number, :now, :signed, :sha256, :content)
                        on conflict (dossier_number, name) do nothing""")
                .param("dossier", dossier.number()).param("name", sheet.name()).param("title", sheet.title())
                .param("number", sheet.number()).param("now", Timestamp.from(clock.instant())).param("signed", signed)
                .param("sha256", digest(content)).param("content", content).update();
    }

    private byte[] sign(Print print, Sheet sheet) {
        if (print.place() == null) {
            throw Refusal.broken(null, "Mẫu in của \"%s\" không có chỗ dành cho chữ ký số (id=\"signature\")"
                    .formatted(sheet.title()));
        }
        return signer.sign(print.pdf(), sheet.signer(), print.place());
    }

    private Optional<byte[]> find(Dossier dossier, Sheet sheet) {
        return jdbc.sql("select content from paper where dossier_number = ? and name = ?")
                .params(dossier.number(), sheet.name()).query((row, index) -> row.getBytes(1)).optional();
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
