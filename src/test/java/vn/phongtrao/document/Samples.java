package vn.phongtrao.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as officers send them, and as attackers do. */
public final class Samples {

    private static final String PARTS = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml"
            ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>""";

    private Samples() {
    }

    /** Something that may fail as input and output do. */
    interface Change<T> {
        void apply(T changed) throws IOException;
    }

    public static byte[] pdf() {
        return pdf(pdf -> { });
    }

    /** One that greets its reader with a script. */
    public static byte[] pdfWithJavaScript() {
        return pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
    }

    /** One whose page starts a program when it is opened. */
    static byte[] pdfWithLaunch() {
        return pdf(pdf -> {
            var launch = new COSDictionary();
            launch.setName(COSName.S, "Launch");
            var actions = new COSDictionary();
            actions.setItem(COSName.O, launch);
            pdf.getPage(0).getCOSObject().setItem(COSName.AA, actions);
        });
    }

    static byte[] pdf(Change<PDDocument> change) {
        try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            change.apply(pdf);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] docx() {
        return office("wordprocessingml.document", Map.of());
    }

    static byte[] xlsx() {
        return office("spreadsheetml.sheet", Map.of());
    }

    /** @param more further parts of the file by name */
    static byte[] office(String main, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", PARTS.formatted(main).getBytes(StandardCharsets.UTF_8));
        parts.put("main.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** @param format {@code png} or {@code jpg} */
    static byte[] picture(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
