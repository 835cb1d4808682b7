package vn.phongtrao.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority that lives for one test. */
public class TestAuthority {

    private static final X500Name NAME = new X500Name("CN=Test Root,O=Invented,C=VN");
    private static final String SIGNATURE = "SHA256withRSA";

    public record Issued(PrivateKey key, X509Certificate certificate) {
    }

    private final KeyPair pair = newPair();
    private final X509Certificate root;
    private long serial = 1;

    public TestAuthority() throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var builder = builder(NAME.toString(), pair, Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2040-01-01T00:00:00Z"));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        root = certify(builder);
    }

    public X509Certificate root() {
        return root;
    }

    public Issued issue(String subject, String from, String to)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var own = newPair();
        var builder = builder(subject, own, Instant.parse(from), Instant.parse(to));
        builder.addExtension(Extension.keyUsage, true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new Issued(own.getPrivate(), certify(builder));
    }

    Issued issueForTimestamps() throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var own = newPair();
        var builder = builder("CN=Test Timestamps", own, Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2040-01-01T00:00:00Z"));
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new Issued(own.getPrivate(), certify(builder));
    }

    /** A PKCS#12 file with these keys under these names, each with the root behind it. */
    public Path keystore(Path file, String password, Map<String, Issued> entries)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var entry : entries.entrySet()) {
            store.setKeyEntry(entry.getKey(), entry.getValue().key(), password.toCharArray(),
                    new Certificate[] {entry.getValue().certificate(), root});
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    /** A file of its own with one key, gone when the tests are over. */
    public Path keystore(String password, Issued key) throws GeneralSecurityException, IOException {
        var file = Files.createTempFile("authority", ".p12");
        file.toFile().deleteOnExit();
        return keystore(file, password, Map.of("authority", key));
    }

    private JcaX509v3CertificateBuilder builder(String subject, KeyPair own, Instant from, Instant to) {
        return new JcaX509v3CertificateBuilder(NAME, BigInteger.valueOf(serial++), Date.from(from), Date.from(to),
                new X500Name(subject), own.getPublic());
    }

    private X509Certificate certify(JcaX509v3CertificateBuilder builder)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
