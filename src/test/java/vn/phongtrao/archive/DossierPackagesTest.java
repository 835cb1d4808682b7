package vn.phongtrao.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import vn.phongtrao.MovableClock;
import vn.phongtrao.desk.Exports;
import vn.phongtrao.document.Document;
import vn.phongtrao.document.DocumentKind;
import vn.phongtrao.document.Documents;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.press.Papers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.AgencyCodes;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class DossierPackagesTest {

    private static final DossierNumber NUMBER = DossierNumber.of("KT-31813-2024-00001");
    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final Instant CLOSED = Instant.parse("2024-07-10T02:00:00Z");
    private static final Officer OFFICER = Officer.of("police-officer.31813", Set.of(COMMUNE + "/police-officer"));
    private static final Officer WORKED_ON_IT = Officer.of("police-officer.31843", Set.of("95/956/31843/police-officer"));
    private static final byte[] PAPER = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FILE = "Báo cáo thành tích".getBytes(StandardCharsets.UTF_8);

    private final DossierRegister dossiers = mock();
    private final DossierProcess process = mock();
    private final Papers papers = mock();
    private final Documents documents = mock();
    private final Exports exports = mock();
    private final Units units = mock();
    private final AgencyCodes codes = mock();
    private final DossierPackages packages = new DossierPackages(dossiers, process, papers, documents, exports, units,
            codes, JsonMapper.builder().findAndAddModules().build(), new MovableClock("2024-07-12"));

    private record Content(String achievement) {
    }

    @BeforeEach
    void aClosedDossier() throws IOException {
        when(dossiers.show(any(), any())).thenReturn(dossier(CLOSED));
        when(papers.issued(any(), any())).thenReturn(List.of(new Papers.Issued("Quyết định 05/QĐ-UBND", () -> PAPER)));
        when(documents.list(any(), any())).thenReturn(List.of(document(7, "Báo cáo <thành tích>.docx", null),
                document(8, "Đã lấy lại.pdf", CLOSED)));
        doAnswer(call -> {
            call.<OutputStream>getArgument(1).write(FILE);
            return null;
        }).when(documents).write(any(), any());
        Unit unit = mock();
        when(unit.fullName()).thenReturn("Phường 2");
        when(units.require(COMMUNE)).thenReturn(unit);
        when(codes.nearest(any(), any())).thenReturn(Optional.of("H04"));
    }

    @Test
    void itIsVerifiedWithoutTheProgram() throws IOException {
        var files = unzip(take(OFFICER));

        assertThat(files.keySet()).contains("bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt", "data/dossier.json",
                "data/mets.xml", "data/papers/01-Quyet-dinh-05-QD-UBND.pdf");
        var manifest = digests(files.get("manifest-sha256.txt"));
        assertThat(manifest.keySet()).containsExactlyInAnyOrderElementsOf(
                files.keySet().stream().filter(path -> path.startsWith("data/")).toList());
        assertThat(manifest).allSatisfy((path, digest) -> assertThat(sha256(files.get(path))).isEqualTo(digest));
        assertThat(digests(files.get("tagmanifest-sha256.txt"))).hasSize(3).allSatisfy((path, digest) ->
                assertThat(sha256(files.get(path))).isEqualTo(digest));
        assertThat(files.get("data/papers/01-Quyet-dinh-05-QD-UBND.pdf")).as("as it was issued").isEqualTo(PAPER);
        assertThat(text(files.get("bag-info.txt"))).contains("Organization-Identifier: H04",
                "External-Identifier: " + NUMBER);
        assertThat(text(files.get("data/dossier.json"))).contains("Bắt trộm").contains("\"number\" : \"" + NUMBER);
    }

    @Test
    void metsNamesEveryFileWithItsDigestAndEveryStepAsAnEvent() throws Exception {
        var files = unzip(take(OFFICER));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var mets = factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get("data/mets.xml")));

        Map<String, String> named = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (var file : elements(mets.getElementsByTagNameNS("http://www.loc.gov/METS/", "file"))) {
            var href = elements(file.getElementsByTagNameNS("http://www.loc.gov/METS/", "FLocat")).get(0)
                    .getAttributeNS("http://www.w3.org/1999/xlink", "href");
            named.put("data/" + href, file.getAttribute("CHECKSUM"));
            ids.put(file.getAttribute("ID"), href);
        }
        assertThat(named).hasSize(3).allSatisfy((path, digest) -> assertThat(sha256(files.get(path))).isEqualTo(digest));
        assertThat(elements(mets.getElementsByTagNameNS("http://www.loc.gov/METS/", "fptr")))
                .extracting(pointer -> pointer.getAttribute("FILEID")).containsExactlyInAnyOrderElementsOf(ids.keySet());
        assertThat(elements(mets.getElementsByTagNameNS("http://www.loc.gov/premis/v3", "eventType")))
                .extracting(Element::getTextContent).containsExactly("decide");
        assertThat(mets.getDocumentElement().getAttribute("LABEL")).isEqualTo("Bắt trộm & cứu người");
    }

    @Test
    void whoTakesItIsRecorded() {
        packages.of(NUMBER, "Nộp lưu", OFFICER);
        verify(exports).record(new Exports.Export("dossier-package", "number=" + NUMBER, "zip", 2, "Nộp lưu"), OFFICER);
    }

    @Test
    void othersThanWhoOverseesTheUnitDoNotTakeIt() {
        refused(WORKED_ON_IT, Refusal.Kind.FORBIDDEN);
    }

    @Test
    void anOpenDossierIsNoPackage() {
        when(dossiers.show(any(), any())).thenReturn(dossier(null));
        refused(OFFICER, Refusal.Kind.CONFLICT);
    }

    @Test
    void aDecidedDossierWithSomethingLeftToDoIsNoPackage() {
        when(process.running(NUMBER)).thenReturn(true);
        refused(OFFICER, Refusal.Kind.CONFLICT);
    }

    @Test
    void whoTakesItSaysWhatFor() {
        for (var purpose : new String[] {null, " ", "…", "a".repeat(201)}) {
            assertThatThrownBy(() -> packages.of(NUMBER, purpose, OFFICER)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                assertThat(refusal.field()).contains("purpose");
            });
        }
        verify(exports, never()).record(any(), any());
    }

    private void refused(Officer officer, Refusal.Kind kind) {
        assertThatThrownBy(() -> packages.of(NUMBER, null, officer)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.kind()).isEqualTo(kind));
        verify(exports, never()).record(any(), any());
    }

    private byte[] take(Officer officer) throws IOException {
        var out = new ByteArrayOutputStream();
        packages.of(NUMBER, "Nộp lưu", officer).content().writeTo(out);
        return out.toByteArray();
    }

    private static DossierView dossier(Instant closed) {
        return new DossierView(NUMBER, "commendation", "commune-certificate", "ad-hoc", "Bắt trộm & cứu người", COMMUNE,
                "decided", "Đã quyết định", "police-officer.31813", Instant.parse("2024-07-01T02:00:00Z"), closed, null,
                null, List.of(), List.of(new Step(1L, NUMBER, "decide", null, COMMUNE, "committee-chair",
                        "committee-chair.31813", "Trần Thị Mẫu", "approve", null, CLOSED, CLOSED, 1, null, null, null, null,
                        null)), new Content("Bắt trộm"), Map.of(), List.of(), null, null, List.of());
    }

    private static Document document(long id, String name, Instant removedAt) {
        return new Document(id, new DocumentKind("achievement-report"), "Báo cáo thành tích", name,
                "application/octet-stream", FILE.length, "00", null, null, "police-officer.31813", null, COMMUNE,
                "police-officer", CLOSED, removedAt);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Path and digest of each line. */
    private static Map<String, String> digests(byte[] manifest) {
        Map<String, String> digests = new HashMap<>();
        text(manifest).lines().map(line -> line.split("  ", 2)).forEach(line -> digests.put(line[1], line[0]));
        return digests;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
