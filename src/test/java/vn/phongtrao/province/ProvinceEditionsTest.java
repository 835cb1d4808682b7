package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.Load;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.unit.CatalogueLoaded;
import vn.phongtrao.unit.CatalogueLoading;

/** Files of provinces are loaded at start and while the program runs, on one node and for all. */
class ProvinceEditionsTest {

    private static final String PLACES = "ca-mau-2025/places.csv";

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private List<Finding> missing = List.of();

    /** Events that a node's modules hear. */
    private final class Node {

        private final List<Object> events = new ArrayList<>();
        private final ProvinceEditions editions = new ProvinceEditions(new PathMatchingResourcePatternResolver(),
                ProvinceCheckCommand.tables(), new ProvinceProperties(folder, "ca-mau-2025"), this::hear,
                new TransactionTemplate(new DataSourceTransactionManager(database)), jdbc,
                new MovableClock("2026-07-01"));

        Node() {
            editions.afterPropertiesSet();
            events.clear();
        }

        private void hear(Object event) {
            if (event instanceof CatalogueLoading && !missing.isEmpty()) {
                throw new UnsoundFiles(Area.PROVINCES, missing);
            }
            events.add(event);
        }
    }

    @BeforeEach
    void third() throws IOException {
        var example = Path.of("src/test/resources/example-provinces/tinh-mau-2026");
        try (var files = Files.list(example)) {
            for (var file : files.toList()) {
                write("tinh-mau-2026/" + file.getFileName(), Files.readString(file));
            }
        }
    }

    @Test
    void aNewProvinceOfTheFolderIsThereWhenTheProgramHasStartedAndIsKept() {
        var node = new Node();

        assertThat(strings("select root from province where name = 'tinh-mau-2026'")).containsExactly("99");
        assertThat(node.editions.loads()).extracting(Load::by).containsExactly("phongtrao");
        assertThat(strings("select path from edition_file")).contains("tinh-mau-2026/units.csv");
    }

    @Test
    void whatOneNodeLoadsBecomesRowsAndEveryNodeReadsThemAgain() {
        var one = new Node();
        var other = new Node();
        assertThat(place("96/31825")).isNull();

        var loaded = bring(one, PLACES, changedPlaces());

        assertThat(loaded.findings()).isEmpty();
        assertThat(place("96/31825")).isEqualTo("Nơi Mới");
        assertThat(one.events).containsExactly(new CatalogueLoading(), new CatalogueLoaded());
        assertThat(other.events).isEmpty();
        other.editions.watch();
        assertThat(other.events).containsExactly(new CatalogueLoaded());
        assertThat(other.editions.own()).anyMatch(own -> own.path().equals(PLACES) && !own.added());

        bring(other, PLACES, null);
        assertThat(place("96/31825")).as("as if it had never been said").isNull();
    }

    @Test
    void whatWouldChangeIsToldAndNothingChanges() throws IOException {
        var node = new Node();
        var files = node.editions.preview(changes(PLACES, changedPlaces()));

        assertThat(node.editions.check(changes(PLACES, changedPlaces())).findings()).isEmpty();
        assertThat(node.editions.difference(files)).singleElement().satisfies(places ->
                assertThat(places.added()).containsExactly(List.of("96/31825", "Nơi Mới")));
        write("tinh-mau-2026/places.csv", "unit,place\n99/99001,Nơi Khác\n");
        assertThat(node.editions.difference(node.editions.previewFolder())).extracting(RowsChanged::file)
                .containsExactly("tinh-mau-2026/places.csv");
        assertThat(place("96/31825")).isNull();
    }

    @Test
    void aFolderWithAFindingChangesNothingAndTheProgramStarts() throws IOException {
        new Node();
        write("tinh-mau-2026/places.csv", "unit,place\n99/12345,Nơi Lạ\n99/99001,Nơi Mới\n");

        var node = new Node();

        assertThat(node.editions.refused()).extracting(Finding::file, Finding::place)
                .containsExactly(tuple("tinh-mau-2026/places.csv", "dòng 2, cột unit"));
        assertThat(place("99/99001")).isNull();
        assertThat(node.editions.loads()).hasSize(1);
    }

    @Test
    void theProvinceThatIsServedDoesNotEndBeforeToday() {
        var node = new Node();
        var units = node.editions.files().text("ca-mau-2025/units.csv").orElseThrow()
                .replaceAll("(?m)(,\\d{4}-\\d\\d-\\d\\d),$", "$1,2026-06-30");

        assertThat(bring(node, "ca-mau-2025/units.csv", units).findings()).extracting(Finding::problem)
                .containsExactly("Tỉnh mà hệ thống đang phục vụ không hoạt động vào hôm nay");
    }

    @Test
    void whatAnotherModuleFindsIsToldBeforehandAndNotLoaded() {
        var node = new Node();
        missing = List.of(new Finding("mau.dmn", "dòng 1", "Không in được", "Sửa"));

        assertThat(node.editions.check(changes(PLACES, changedPlaces())).findings()).isEqualTo(missing);
        assertThat(bring(node, PLACES, changedPlaces()).findings()).isEqualTo(missing);

        assertThat(place("96/31825")).isNull();
        assertThat(node.editions.loads()).hasSize(1);
    }

    private static ProvinceEditions.Loaded bring(Node node, String path, String text) {
        return node.editions.load(changes(path, text), "Quyết định mẫu", "admin", null);
    }

    private static Map<String, byte[]> changes(String path, String text) {
        Map<String, byte[]> changes = new HashMap<>();
        changes.put(path, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        return changes;
    }

    private static String changedPlaces() {
        return ProvinceRowsTest.builtIn().text(PLACES).orElseThrow().stripTrailing() + "\n96/31825,Nơi Mới\n";
    }

    private String place(String unit) {
        return jdbc.sql("select place from place_name where unit_path = ?").param(unit).query(String.class).optional()
                .orElse(null);
    }

    private List<String> strings(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }
}
