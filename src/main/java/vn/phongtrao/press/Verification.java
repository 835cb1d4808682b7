package vn.phongtrao.press;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a paper carries so that anybody can ask whether it is genuine. */
@Component
public class Verification {

    private static final int QUIET_MODULES = 4;
    /** Enough for edges to stay sharp when the page scales the image. */
    private static final int MODULE_PIXELS = 8;

    private final PaperProperties properties;

    Verification(PaperProperties properties) {
        this.properties = properties;
    }

    /**
     * A code on paper.
     *
     * @param page   where the code can be typed in
     * @param image  QR code of the page with the code, a data URI
     * @param spaced the code to read and type, in groups
     */
    public record Mark(String page, String image, String spaced) {
    }

    public Mark of(String code) {
        var page = (properties.publicUrl() == null ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : properties.publicUrl().toString().replaceFirst("/$", "")) + "/verify";
        return new Mark(page, image(page + "/" + code), code.toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1 "));
    }

    private static String image(String text) {
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET_MODULES));
            var image = new BufferedImage(matrix.getWidth() * MODULE_PIXELS, matrix.getHeight() * MODULE_PIXELS,
                    BufferedImage.TYPE_BYTE_BINARY);
            var pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.setColor(Color.BLACK);
            for (int x = 0; x < matrix.getWidth(); x++) {
                for (int y = 0; y < matrix.getHeight(); y++) {
                    if (matrix.get(x, y)) {
                        pen.fillRect(x * MODULE_PIXELS, y * MODULE_PIXELS, MODULE_PIXELS, MODULE_PIXELS);
                    }
                }
            }
            pen.dispose();
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
