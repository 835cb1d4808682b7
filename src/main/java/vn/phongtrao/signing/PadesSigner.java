package vn.phongtrao.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.TimeZone;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Post;

/** Signs with DSS, the European Commission's library, which draws the visible signature with PDFBox. */
@Component
class PadesSigner implements PaperSigner {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx");
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    /** Bytes kept for the signature: room for a chain of long certificates and those of the timestamp service. */
    private static final int SIGNATURE_SIZE = 16_384;

    private final SigningKeys keys;
    private final Clock clock;
    private final SingletonSupplier<PAdESService> service;
    private final SignatureLevel level;
    private final byte[] font;

    PadesSigner(SigningKeys keys, SigningProperties properties, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        level = properties.timestampUrl() == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T;
        // an address that is none must end the start
        var timestamps = properties.timestampUrl() == null ? null : new TimestampService(properties.timestampUrl());
        // most installations sign in ink, and DSS takes a while to set up
        service = SingletonSupplier.of(() -> service(timestamps));
        font = read(new ClassPathResource("liberation/LiberationSerif-Regular.ttf"));
    }

    private static PAdESService service(TimestampService timestamps) {
        // simple mode: nothing is fetched from addresses that certificates name
        var service = new PAdESService(new CommonCertificateVerifier(true));
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        if (timestamps != null) {
            service.setTspSource(timestamps);
        }
        return service;
    }

    @Override
    public boolean signsFor(Post signatory) {
        return keys.find(signatory).isPresent();
    }

    @Override
    public byte[] sign(byte[] pdf, Post signatory, SignaturePlace place) {
        return keys.find(signatory).map(key -> sign(pdf, key, place)).orElse(pdf);
    }

    private byte[] sign(byte[] pdf, SigningKey key, SignaturePlace place) {
        var now = ZonedDateTime.now(clock);
        if (!key.validAt(now.toInstant())) {
            throw Refusal.broken(null, "Chứng thư số của %s không có hiệu lực tại thời điểm ký"
                    .formatted(key.commonName()));
        }
        DSSDocument paper = new InMemoryDocument(pdf);
        var parameters = parameters(key, place, now);
        var value = key.sign(service.obtain().getDataToSign(paper, parameters), parameters.getDigestAlgorithm());
        return DSSUtils.toByteArray(service.obtain().signDocument(paper, parameters, value));
    }

    private PAdESSignatureParameters parameters(SigningKey key, SignaturePlace place, ZonedDateTime now) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.certificate());
        parameters.setCertificateChain(key.chain());
        parameters.setSignerName(key.commonName());
        parameters.bLevel().setSigningDate(Date.from(now.toInstant()));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(now.getZone()));
        parameters.setContentSize(SIGNATURE_SIZE);
        parameters.setImageParameters(appearance(text(key, now), place));
        return parameters;
    }

    /** Nghị định 30/2020/NĐ-CP, Phụ lục I: the organisation's name, and the time of signing with its zone. */
    private static String text(SigningKey key, ZonedDateTime now) {
        var organisation = key.organisation() == null ? "" : "Cơ quan: " + key.organisation() + "\n";
        return "Ký bởi: " + key.commonName() + "\n" + organisation + "Thời gian ký: " + TIME.format(now);
    }

    private SignatureImageParameters appearance(String content, SignaturePlace place) {
        var typeface = new DSSFileFont(new InMemoryDocument(font));
        typeface.setEmbedFontSubset(true);
        var text = new SignatureImageTextParameters();
        text.setText(content);
        text.setFont(typeface);
        text.setTextWrapping(TextWrapping.FILL_BOX);
        var appearance = new SignatureImageParameters();
        appearance.setTextParameters(text);
        appearance.setFieldParameters(field(place));
        return appearance;
    }

    private static SignatureFieldParameters field(SignaturePlace place) {
        var field = new SignatureFieldParameters();
        field.setPage(place.page());
        field.setOriginX(points(place.left()));
        field.setOriginY(points(place.top()));
        field.setWidth(points(place.width()));
        field.setHeight(points(place.height()));
        return field;
    }

    private static float points(double millimetres) {
        return (float) millimetres * POINTS_PER_MILLIMETRE;
    }

    private static byte[] read(ClassPathResource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
