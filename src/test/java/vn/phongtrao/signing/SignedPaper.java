package vn.phongtrao.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A second opinion on a signed paper, with PDFBox and BouncyCastle and without the library that signed. */
public class SignedPaper {

    private final byte[] pdf;

    public SignedPaper(byte[] pdf) {
        this.pdf = pdf;
    }

    public List<PDSignature> signatures() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries();
        }
    }

    /** Whether every signature fits what it covers, by a certificate of this root. */
    public boolean verifies(X509Certificate root) throws Exception {
        var signatures = signatures();
        for (var signature : signatures) {
            if (!verifies(signature, root)) {
                return false;
            }
        }
        return !signatures.isEmpty();
    }

    /** Whether the newest signature covers the whole file except itself. */
    public boolean covered() throws IOException {
        var range = newest().getByteRange();
        return range[0] == 0 && range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<' && pdf[range[2] - 1] == '>';
    }

    /** Baseline: the certificate is among what is signed, and the time is in the PDF alone. */
    boolean baseline() throws Exception {
        var signed = signer(newest()).getSignedAttributes();
        return "ETSI.CAdES.detached".equals(newest().getSubFilter())
                && signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null
                && signed.get(CMSAttributes.signingTime) == null;
    }

    X509Certificate certificate() throws Exception {
        return certificate(cms(newest()), signer(newest()));
    }

    Instant signingTime() throws IOException {
        return newest().getSignDate().toInstant();
    }

    /** The time a timestamp service vouches for, when its token fits the signature and its certificate. */
    Optional<Instant> timestamp(X509Certificate service) throws Exception {
        var signer = signer(newest());
        var unsigned = signer.getUnsignedAttributes();
        var attribute = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return Optional.empty();
        }
        var token = token(attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded());
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(service));
        var digest = MessageDigest.getInstance("SHA-256").digest(signer.getSignature());
        return Arrays.equals(digest, token.getTimeStampInfo().getMessageImprintDigest())
                ? Optional.of(token.getTimeStampInfo().getGenTime().toInstant()) : Optional.empty();
    }

    /** The text of a page with the visible signatures on it. */
    public String text(int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm().flatten();
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private PDSignature newest() throws IOException {
        return signatures().stream().max((a, b) -> Integer.compare(a.getByteRange()[3] + a.getByteRange()[2],
                b.getByteRange()[3] + b.getByteRange()[2])).orElseThrow();
    }

    private boolean verifies(PDSignature signature, X509Certificate root) throws Exception {
        var cms = cms(signature);
        var signer = cms.getSignerInfos().getSigners().iterator().next();
        var certificate = certificate(cms, signer);
        try {
            certificate.verify(root.getPublicKey());
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | GeneralSecurityException | OperatorCreationException unfit) {
            return false;
        }
    }

    private SignerInformation signer(PDSignature signature) throws Exception {
        return cms(signature).getSignerInfos().getSigners().iterator().next();
    }

    /** Its place in the file is bigger than it is. */
    private CMSSignedData cms(PDSignature signature) throws IOException, CMSException {
        try (var contents = new ASN1InputStream(signature.getContents(pdf))) {
            return new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                    ContentInfo.getInstance(contents.readObject()));
        }
    }

    @SuppressWarnings("unchecked")
    private static X509Certificate certificate(CMSSignedData cms, SignerInformation signer)
            throws GeneralSecurityException {
        var holder = (X509CertificateHolder) cms.getCertificates().getMatches(signer.getSID()).iterator().next();
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static TimeStampToken token(byte[] encoded) throws IOException, CMSException, TSPException {
        return new TimeStampToken(new CMSSignedData(encoded));
    }
}
