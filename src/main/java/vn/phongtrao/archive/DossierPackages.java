package vn.phongtrao.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Service;

import vn.phongtrao.desk.Exports;
import vn.phongtrao.document.Document;
import vn.phongtrao.document.Documents;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.press.Papers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.AgencyCodes;
import vn.phongtrao.unit.Units;

/**
 * Closed dossiers as packages (Luật Lưu trữ 2024; Thông tư 05/2025/TT-BNV): content and steps as JSON, papers as they were
 * issued, files as they were uploaded, and what METS says of them. Citizen numbers stay masked, as wherever a dossier is shown.
 */
@Service
public class DossierPackages {

    private static final String LIST = "dossier-package";

    private final DossierRegister dossiers;
    private final DossierProcess process;
    private final Papers papers;
    private final Documents documents;
    private final Exports exports;
    private final Units units;
    private final AgencyCodes codes;
    private final ObjectMapper json;
    private final Clock clock;

    DossierPackages(DossierRegister dossiers, DossierProcess process, Papers papers, Documents documents,
                    Exports exports, Units units, AgencyCodes codes, ObjectMapper json, Clock clock) {
        this.dossiers = dossiers;
        this.process = process;
        this.papers = papers;
        this.documents = documents;
        this.exports = exports;
        this.units = units;
        this.codes = codes;
        this.json = json;
        this.clock = clock;
    }

    /** A package. @param fileName of letters, digits, hyphens and a dot */
    public record Packed(String fileName, Papers.Writer content) {
    }

    /**
     * The package of a dossier; who takes it is recorded where lists that are taken are.
     *
     * @param told what for
     * @throws Refusal not found; forbidden, for others than who oversees the unit; malformed, without a purpose; conflict,
     *                 while it is open, or something is still to be done after its decision
     */
    public Packed of(DossierNumber number, String told, Officer officer) {
        var dossier = dossiers.show(number, officer);
        if (!officer.oversees(dossier.unitPath())) {
            throw Refusal.forbidden("Chỉ đơn vị lập hồ sơ và cấp trên được tải gói lưu trữ của hồ sơ");
        }
        if (dossier.closedAt() == null) {
            throw Refusal.conflict("Hồ sơ %s chưa kết thúc nên chưa có gói lưu trữ".formatted(number));
        }
        if (process.running(number)) {
            throw Refusal.conflict("Hồ sơ %s đã có quyết định nhưng còn việc phải làm nên chưa có gói lưu trữ"
                    .formatted(number));
        }
        var purpose = Exports.purpose(told, true);
        var files = documents.list(number, officer).stream().filter(file -> file.removedAt() == null).toList();
        var issued = papers.issued(number, officer);
        exports.record(new Exports.Export(LIST, "number=" + number, "zip", issued.size() + files.size(), purpose), officer);
        return new Packed(number + ".zip", out -> write(dossier, issued, files, out));
    }

    private void write(DossierView dossier, List<Papers.Issued> issued, List<Document> files, OutputStream out)
            throws IOException {
        var bag = new Bag(out, LocalDateTime.now(clock));
        List<Mets.Item> items = new ArrayList<>();
        items.add(new Mets.Item("content", "Nội dung và quá trình xử lý", "application/json", bag.add("dossier.json",
                to -> json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .writeValue(to, dossier))));
        for (var paper : issued) {
            items.add(new Mets.Item("papers", paper.title(), "application/pdf",
                    bag.add("papers/%02d-%s.pdf".formatted(items.size(), Wording.slug(paper.title())),
                            to -> to.write(paper.pdf().get()))));
        }
        for (var file : files) {
            items.add(new Mets.Item("files", "%s: %s".formatted(file.kindName(), file.name()), file.type(),
                    bag.add("files/%d-%s".formatted(file.id(), name(file)), to -> documents.write(file, to))));
        }
        var maker = maker(dossier);
        var mets = Mets.of(dossier, maker, items);
        bag.add("mets.xml", to -> to.write(mets));
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Source-Organization", maker.name());
        info.put("External-Identifier", dossier.number().value());
        info.put("Bagging-Date", LocalDate.now(clock).toString());
        if (maker.code() != null) {
            info.put("Organization-Identifier", maker.code());
        }
        info.put("Internal-Sender-Identifier", dossier.process());
        bag.close(info);
    }

    private Mets.Maker maker(DossierView dossier) {
        return new Mets.Maker(units.require(dossier.unitPath()).fullName(),
                codes.nearest(dossier.unitPath(), LocalDate.now(clock)).orElse(null), Instant.now(clock));
    }

    /** {@code Bao-cao-thanh-tich.docx}: what people call their files, in letters that every system knows. */
    private static String name(Document file) {
        var dot = file.name().lastIndexOf('.');
        return dot <= 0 ? Wording.slug(file.name())
                : Wording.slug(file.name().substring(0, dot)) + "." + Wording.slug(file.name().substring(dot + 1));
    }
}
