package vn.phongtrao.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PasswordProtection;
import java.time.Instant;
import java.util.List;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One private key with its certificates, read from a PKCS#12 file. */
class SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);

    private final Pkcs12SignatureToken token;
    private final DSSPrivateKeyEntry entry;

    private SigningKey(Pkcs12SignatureToken token, DSSPrivateKeyEntry entry) {
        this.token = token;
        this.entry = entry;
    }

    /**
     * @param property what the file is configured under, for messages
     * @throws IllegalStateException when the file does not hold such a key; the password is in no message
     */
    static SigningKey read(String property, String keystore, String password, String alias, Instant now) {
        var file = property + ": " + keystore;
        var token = open(file, Path.of(keystore), password);
        var key = new SigningKey(token, choose(file, keys(file, token), alias));
        if (!key.validAt(now)) {
            LOG.warn("{} holds a certificate that is valid from {} to {} only: no paper is signed with it now", file,
                    key.certificate().getNotBefore().toInstant(), key.certificate().getNotAfter().toInstant());
        }
        return key;
    }

    private static Pkcs12SignatureToken open(String file, Path path, String password) {
        try {
            return new Pkcs12SignatureToken(Files.readAllBytes(path),
                    new PasswordProtection(password == null ? new char[0] : password.toCharArray()));
        } catch (IOException missing) {
            throw new IllegalStateException(file + " is no readable file");
        } catch (DSSException closed) {
            throw closed(file);
        }
    }

    private static List<KSPrivateKeyEntry> keys(String file, Pkcs12SignatureToken token) {
        try {
            return token.getKeys().stream().map(KSPrivateKeyEntry.class::cast).toList();
        } catch (DSSException closed) {
            throw closed(file);
        }
    }

    private static IllegalStateException closed(String file) {
        return new IllegalStateException(file + " is no PKCS#12 file, or the password is wrong");
    }

    private static KSPrivateKeyEntry choose(String file, List<KSPrivateKeyEntry> keys, String alias) {
        boolean any = alias == null || alias.isBlank();
        var fitting = keys.stream().filter(key -> any || alias.equalsIgnoreCase(key.getAlias())).toList();
        if (fitting.size() != 1) {
            throw new IllegalStateException("%s must hold one private key%s, but holds %s".formatted(file,
                    any ? "" : " named " + alias, keys.stream().map(KSPrivateKeyEntry::getAlias).toList()));
        }
        return fitting.get(0);
    }

    CertificateToken certificate() {
        return entry.getCertificate();
    }

    CertificateToken[] chain() {
        return entry.getCertificateChain();
    }

    boolean validAt(Instant moment) {
        return !moment.isBefore(certificate().getNotBefore().toInstant())
                && !moment.isAfter(certificate().getNotAfter().toInstant());
    }

    /** Whom the certificate names. */
    String commonName() {
        return subject(BCStyle.CN);
    }

    /** The organisation that the certificate names; null when it names none. */
    String organisation() {
        return subject(BCStyle.O);
    }

    SignatureValue sign(ToBeSigned data, DigestAlgorithm digest) {
        return token.sign(data, digest, entry);
    }

    private String subject(ASN1ObjectIdentifier attribute) {
        return DSSASN1Utils.extractAttributeFromX500Principal(attribute, certificate().getSubject());
    }
}
