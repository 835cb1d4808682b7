package vn.phongtrao.press;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.ClosedTemplates;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.signing.SignaturePlace;

/** Prints templates as PDF/A-2b, with its fonts and colours inside. It loads nothing but what it carries. */
@Component
public class Press implements MeterBinder {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Set<Integer> ALLOWED_CONTROLS = Set.of((int) '\n', (int) '\t');
    private static final Set<Integer> INVISIBLE = Set.of((int) Character.CONTROL, (int) Character.FORMAT,
            (int) Character.SURROGATE, (int) Character.PRIVATE_USE, (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

    static {
        // it would tell of every font
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** Id of the element that the visible signature fills. */
    private static final Pattern SIGNATURE = Pattern.compile("signature");

    /** Ids of elements from which pages are numbered anew. */
    private static final Pattern ANNEX = Pattern.compile("annex.*");

    private final ClosedTemplates templates;
    private final Turns turns = Turns.leavingAProcessor();

    Press(Procedures procedures) {
        templates = new ClosedTemplates(procedures, "papers/", new StaticMessageSource());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        turns.bindTo(registry);
    }

    /** Templates are read once, until there are others. */
    @EventListener(ProceduresChanged.class)
    void readAnew() {
        templates.readAnew();
    }

    /**
     * @param template as it lies in a procedure's folder, for example {@code commendation/certificate}, or one
     *                 that procedures share
     * @param models   their components are the template's variables; of two with the same name the later one counts
     */
    public Print print(String template, Record... models) {
        var printable = printable(fill(template, models));
        return turns.take(() -> print(printable));
    }

    private static Print print(String printable) {
        try (var typecase = new Typecase(printable); var document = new PDDocument();
             var renderer = builder(printable, typecase, document).withHtmlContent(printable, null).buildPdfRenderer()) {
            renderer.layout();
            return print(renderer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The paper as a text document (DOCX) that people go on writing: its headings, paragraphs and tables.
     *
     * @see #print
     */
    public byte[] write(String template, Record... models) {
        return TextDocument.of(printable(fill(template, models)));
    }

    private String fill(String template, Record... models) {
        return templates.fill(template, Components.of(models), Locale.forLanguageTag("vi"));
    }

    private static Print print(PdfBoxRenderer renderer) throws IOException {
        try (var document = renderer.createPDFKeepOpen()) {
            var place = renderer.findPagePositionsByID(SIGNATURE).stream().findFirst()
                    .map(box -> place(box, document)).orElse(null);
            PageNumbers.write(document, renderer.findPagePositionsByID(ANNEX).stream().map(PagePosition::getPageNo)
                    .collect(Collectors.toSet()));
            var pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return new Print(pdf.toByteArray(), place);
        }
    }

    /** From points above the lower left corner to millimetres below the upper left one. */
    private static SignaturePlace place(PagePosition<Box> box, PDDocument document) {
        var height = document.getPage(box.getPageNo()).getMediaBox().getHeight();
        return new SignaturePlace(box.getPageNo() + 1, millimetres(box.getX()),
                millimetres(height - box.getY() - box.getHeight()), millimetres(box.getWidth()),
                millimetres(box.getHeight()));
    }

    private static double millimetres(float points) {
        return points * 25.4 / 72;
    }

    private static PdfRendererBuilder builder(String html, Typecase typecase, PDDocument document) {
        var builder = new PdfRendererBuilder().usePdfAConformance(PdfAConformance.PDFA_2_B).useColorProfile(SRGB)
                .usePDDocument(document);
        builder.useUnicodeLineBreaker(new WordBreaker());
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/png;base64,"), priority);
        }
        List.of("Regular", "Bold", "Italic", "BoldItalic").forEach(style -> builder.useFont(
                new Supplied(() -> typecase.in(document, "liberation/LiberationSerif-%s.ttf".formatted(style))), Face.LIBERATION_SERIF.family(),
                style.startsWith("Bold") ? 700 : 400, style.endsWith("Italic") ? FontStyle.ITALIC : FontStyle.NORMAL,
                true));
        Face.besides(html).forEach(face -> builder.useFont(face::open, face.family(), 400, FontStyle.NORMAL, true,
                EnumSet.of(FSFontUseCase.FALLBACK_FINAL)));
        return builder;
    }

    /** A typeface that is taken only when something is set in it. */
    private static final class Supplied extends PDFontSupplier {

        private final Supplier<PDFont> font;

        Supplied(Supplier<PDFont> font) {
            super(null);
            this.font = font;
        }

        @Override
        public PDFont supply() {
            return font.get();
        }
    }

    /**
     * Composed letters, and no characters that steer instead of being seen: XML forbids some of them, and others would
     * turn the order of what is read.
     */
    private static String printable(String html) {
        return Khmer.asSeen(Normalizer.normalize(html, Normalizer.Form.NFC)).codePoints()
                .filter(c -> ALLOWED_CONTROLS.contains(c) || !INVISIBLE.contains(Character.getType(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
