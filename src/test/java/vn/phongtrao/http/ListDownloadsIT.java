package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.Sweep;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.sheet.SheetFile;

/** Lists that are taken away as files. */
@HttpTest
class ListDownloadsIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String PURPOSE = "&purpose=" + URLEncoder.encode("Báo cáo quý", StandardCharsets.UTF_8);
    /** Each call makes a line there. */
    private static final List<String> GROWING = List.of("/api/exports", "/api/audit");
    private static final int MANY = Sweep.FULL ? 100_000 : 25_000;
    private static final long MOST_MEGABYTES = 24;

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    RegisterShelf shelf;
    @Autowired
    JdbcClient jdbc;

    @Test
    void everyListIsTakenAwayAsItsPageShowsIt() {
        var lists = client.get("/v3/api-docs").json().get("paths").properties().stream()
                .filter(path -> takesFormat(path.getValue().path("get")))
                .map(path -> path.getKey().replace("{key}", "festival-plan")).distinct();

        assertThat(lists).hasSizeGreaterThan(12).allSatisfy(list -> {
            var register = shelf.listedAt(list).orElseThrow(() -> new AssertionError(list));
            var reader = client.as(register.auditors() ? "auditor" : OFFICER);
            var answer = reader.get(list + "?format=csv" + PURPOSE).expectOk();
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                    assertThat(type).startsWith("text/csv"));
            assertThat(answer.body().lines().findFirst().orElseThrow().split(";")).hasSize((int) register.columns()
                    .stream().filter(column -> column.text() == null).count());
            var lines = SheetFile.lines(reader.download(list + "?format=xlsx" + PURPOSE));
            assertThat(lines).isNotEmpty();
            if (!GROWING.contains(list)) {
                assertThat(total(reader, list + "?size=1")).isEqualTo(Math.min(lines.size() - 1, RegisterQuery.MOST + 1));
            }
        });
    }

    private static boolean takesFormat(JsonNode get) {
        return get.path("parameters").findValuesAsText("name").contains("format");
    }

    @Test
    void rowsAreThoseOfTheListInItsOrder() {
        journey.walk("commendation", new CommendationWalks().walks().get(0));
        for (var criteria : List.of("sort=name,asc", "sort=decidedOn,desc&kind=individual")) {
            var list = "/api/awards?size=200&" + criteria;
            var names = client.as(OFFICER).get(list).expectOk().json().get("content").findValuesAsText("name");

            assertThat(SheetFile.lines(client.as(OFFICER).download(list + "&format=xlsx" + PURPOSE)).stream().skip(1)
                    .map(line -> line.cell(0).text())).isNotEmpty().containsExactlyElementsOf(names);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv                              | text/csv
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | application/vnd.openxml
            application/json, text/csv            | application/json
            text/csv, */*;q=0.1                   | text/csv
            */*                                   | application/json
            text/html                             | application/json""")
    void theHeaderNamesTheFormatToo(String accept, String type) {
        var answer = client.as(OFFICER).with("Accept", accept).get("/api/units?q=phuong");
        if (!accept.equals("text/html")) {
            assertThat(answer.expectOk().headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/awards?format=csv                     | purpose
            /api/awards?format=xlsx&purpose=%20        | purpose
            /api/awards?format=csv&purpose=...         | purpose
            /api/awards?format=pdf                     | format
            /api/units?format=XLSX                     | format
            /api/awards?format=csv&purpose=x&sort=oath | sort
            /api/awards?format=csv&purpose=x&decidedTo=2024 | decidedTo
            /api/procedures/festival-plan?format=csv&year=x | year""")
    void whatIsWrongIsRefusedByName(String list, String field) {
        var before = exports();
        var answer = client.as(OFFICER).get(list);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo(field);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(exports()).isEqualTo(before);
        assertThat(client.as(OFFICER).get("/api/awards?format=csv&purpose=" + "x".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void whoTakesAListAwayIsRecordedWithoutWhatWasTyped() {
        client.as(OFFICER).get("/api/awards?format=csv&kind=individual&q=trang&dossierNumber=KT-1&sort=name,asc"
                + PURPOSE).expectOk();

        var record = client.as(OFFICER).get("/api/exports?sort=id,desc&size=1").expectOk();
        assertThat(record.text("/content/0/account")).isEqualTo(OFFICER);
        assertThat(record.text("/content/0/posts")).isEqualTo("95/954/31813/police-officer");
        assertThat(record.text("/content/0/list")).isEqualTo("awards");
        assertThat(record.text("/content/0/format")).isEqualTo("csv");
        assertThat(record.text("/content/0/purpose")).isEqualTo("Báo cáo quý");
        assertThat(record.text("/content/0/rows")).isEqualTo("0");
        assertThat(record.text("/content/0/criteria"))
                .isEqualTo("dossierNumber=…; kind=individual; q=…; sort=name,asc");
    }

    @Test
    void headsSeeWhatTheirUnitsTookAwayAndOthersTheirOwn() {
        client.as(OFFICER).get("/api/units?format=csv").expectOk();
        var mine = "/api/exports?account=" + OFFICER;

        assertThat(Stream.of(OFFICER, "police-chief.31813", "committee-chair.31813", "police-chief.954",
                "police-chief.95", "admin")).allSatisfy(account -> assertThat(found(account, mine)).isPositive());
        assertThat(Stream.of("police-chief.31843", "committee-clerk.31813", "police-officer.95", "police-chief.956"))
                .allSatisfy(account -> assertThat(found(account, mine)).isZero());
    }

    private int found(String account, String list) {
        return total(client.as(account), list);
    }

    private static int total(Client reader, String list) {
        return reader.get(list).expectOk().json().at("/page/totalElements").asInt();
    }

    @Test
    void whatIsRecordedStays() {
        client.as(OFFICER).get("/api/units?format=csv").expectOk();
        for (var change : List.of("delete from export", "update export set purpose = 'x'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("kept");
        }
    }

    /** Two at once, each with all rows; the heap is what lives after a collection while they run. */
    @Test
    void manyRowsAreNeverInMemory() throws Exception {
        var lines = found(OFFICER, "/api/signatories") + MANY + 1;
        jdbc.sql("""
                insert into signatory (unit_path, user_name, name, title, valid_from)
                select '95/954/31813', 'many-' || n, '=Nguyễn Văn Mẫu ' || n, repeat('PHÓ CHỦ TỊCH ', 12), '2024-07-01'
                from generate_series(1, ?) n""").param(MANY).update();
        try {
            assertThat(found(OFFICER, "/api/signatories")).isEqualTo(RegisterQuery.MOST + 1);
            client.as(OFFICER).get("/api/signatories?size=25&page=399").expectOk();
            assertThat(client.as(OFFICER).get("/api/signatories?size=25&page=400").status()).isEqualTo(400);
            var list = "/api/signatories?sort=userName,desc" + PURPOSE + "&format=";
            client.as(OFFICER).get("/api/units?format=xlsx").expectOk();
            var before = used();
            var begun = System.nanoTime();
            var sheets = Stream.of("xlsx", "xlsx").map(format -> CompletableFuture.supplyAsync(() ->
                    client.as(OFFICER).download(list + format))).toList();
            List<Long> during = new ArrayList<>();
            while (!sheets.stream().allMatch(CompletableFuture::isDone)) {
                Thread.sleep(200);
                during.add(used() - before);
            }
            var files = sheets.stream().map(CompletableFuture::join).toList();
            var both = Duration.ofNanos(System.nanoTime() - begun);
            begun = System.nanoTime();
            client.as(OFFICER).download(list + "xlsx");
            var one = Duration.ofNanos(System.nanoTime() - begun);
            begun = System.nanoTime();
            var csv = client.as(OFFICER).download(list + "csv");
            System.out.printf("Two downloads of %,d rows as XLSX at once: %d ms, %,d kB each, heap +%s MB; one: "
                    + "%d ms; CSV: %d ms, %,d kB%n", MANY, both.toMillis(), files.get(0).length / 1024, during, one.toMillis(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(), csv.length / 1024);

            assertThat(files).extracting(ListDownloadsIT::rows).containsOnly(lines);
            assertThat(new String(csv, StandardCharsets.UTF_8).lines().filter(line -> line.contains(";many-"))).hasSize(MANY);
            assertThat(during).allSatisfy(megabytes -> assertThat(megabytes).isLessThan(MOST_MEGABYTES));
        } finally {
            jdbc.sql("delete from signatory where user_name like 'many-%'").update();
        }
    }

    /** Megabytes that a collection leaves, and not what others take while this is read. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage).filter(Objects::nonNull).mapToLong(MemoryUsage::getUsed)
                .sum() >> 20;
    }

    private static int rows(byte[] file) {
        try (var archive = ZipFile.builder().setByteArray(file).get();
             var sheet = archive.getInputStream(archive.getEntry("xl/worksheets/sheet1.xml"))) {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(sheet);
            var rows = 0;
            while (xml.hasNext()) {
                rows += xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row") ? 1 : 0;
            }
            return rows;
        } catch (IOException | XMLStreamException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private int exports() {
        return jdbc.sql("select count(*) from export").query(Integer.class).single();
    }
}
