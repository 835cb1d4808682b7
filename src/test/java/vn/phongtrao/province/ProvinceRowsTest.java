package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.turn.Turn;

/** What lies in {@code provinces/} becomes rows, and what was there before is not lost. */
class ProvinceRowsTest {

    private static final List<String> TABLES =
            List.of("unit", "unit_successor", "province", "authority_style", "place_name", "wage_region");
    private static final String HEAD = "path,tier,fullName,name,validFrom,validTo\n";
    private static final Map<String, String> SMALL = Map.of("mau/province.properties", "root=99",
            "mau/units.csv", HEAD + """
            99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
            99/1,commune,Xã Mẫu,xã Mẫu,2026-01-01,
            99/2,commune,Xã Khác,xã Khác,2026-01-01,
            """);

    private static final String STYLES = """
            scope,tier,position,validFrom,validTo,abbreviation,superior,body,authority,head,proposer,executors,recipients
            99/2,commune,police-chief,2026-01-01,,CAX,,Công an {unit},Trưởng Công an {unit},Trưởng Công an,,,
            """;
    private static final String HAMLETS = "commune,code,name,validFrom\n99/1,1-01,Ấp Mẫu,2026-01-01\n";

    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void theFilesSayWhatTheMigrationsBrought() {
        var before = rows();
        jdbc.sql("update province set digest = null").update();

        load(builtIn());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theFilesAloneBringTheSame() {
        var before = rows();
        jdbc.sql("truncate unit cascade").update();
        assertThat(rows().get("unit")).isEmpty();

        load(builtIn());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void bothProvincesHaveTheirAgencyCodes() {
        assertThat(jdbc.sql("select unit_path || ' ' || code || ' ' || valid_from from agency_code order by 1").query(String.class).list())
                .containsExactly("95 H04 2024-01-01", "96 H12 2025-07-01");
    }

    @Test
    void whatWasChangedByHandStaysUntilTheFilesChange() {
        jdbc.sql("update unit set full_name = 'Phường Khác' where path = '96/31825'").update();

        load(builtIn());
        assertThat(fullName("96/31825")).isEqualTo("Phường Khác");

        load(builtIn().under(files(Map.of("ca-mau-2025/hamlets.csv", "commune,code,name,validFrom\n"
                + "96/31825,31825-01,Khóm Mẫu,2025-07-01\n"))));
        assertThat(fullName("96/31825")).isEqualTo("Phường Bạc Liêu");
        assertThat(jdbc.sql("select name from hamlet where path = '96/31825/31825-01'").query(String.class).single())
                .isEqualTo("Khóm Mẫu");
    }

    @Test
    void aNewNameAndALastDayAreWrittenOverAndAUnitThatIsNotNamedStays() {
        load(files(SMALL));

        load(files(SMALL, "mau/units.csv", HEAD + """
                99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
                99/1,commune,Phường Mẫu,phường Mẫu,2026-01-01,2026-06-30
                """));

        assertThat(fullName("99/1")).isEqualTo("Phường Mẫu");
        assertThat(jdbc.sql("select valid_to::text from unit where path = '99/1'").query(String.class).single())
                .isEqualTo("2026-06-30");
        assertThat(fullName("99/2")).isEqualTo("Xã Khác");
    }

    @Test
    void aFileSaysAllThereIsToSayOfWhatItNamesAndNothingOfOthers() {
        var wages = "unit,region,validFrom,validTo,legalBasis\n";
        load(files(SMALL, "mau/wage-regions.csv", wages + "99,III,2026-01-01,,Nghị định mẫu\n"));
        jdbc.sql("insert into wage_region values ('99/2', 'I', '2026-01-01', null, 'ghi tay')").update();

        load(files(SMALL, "mau/wage-regions.csv", wages + "99,II,2026-02-01,,Nghị định mẫu\n"));

        assertThat(jdbc.sql("""
                        select unit_path || ' ' || region || ' ' || valid_from from wage_region
                        where unit_path like '99%' order by 1""")
                .query(String.class).list()).containsExactly("99 II 2026-02-01", "99/2 I 2026-01-01");
    }

    @Test
    void whatACommuneCallsItsHamletsStays() {
        load(files(SMALL, "mau/hamlets.csv", HAMLETS));
        jdbc.sql("update hamlet set name = 'Ấp Mới' where path = '99/1/1-01'").update();

        load(files(SMALL, "mau/hamlets.csv", HAMLETS + "99/1,1-02,ấp mới,2026-01-01\n"));

        assertThat(jdbc.sql("select name from hamlet where commune_path = '99/1'").query(String.class).list())
                .containsExactly("Ấp Mới");
    }

    @Test
    void nodesThatStartTogetherTakeTurns() throws Exception {
        var nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> start = () -> {
                load(files(SMALL));
                return true;
            };
            for (var node : nodes.invokeAll(List.of(start, start, start))) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from unit where path like '99%'").query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void contradictionsChangeNothing() {
        var before = rows();

        assertThatThrownBy(() -> load(files(SMALL, "mau/places.csv", "unit,place\n99/9,Mẫu\n")))
                .isInstanceOf(UnsoundFiles.class).hasMessageContaining("mau/places.csv, dòng 2, cột unit");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatFilesSaidAndDoNotSayAnyMoreGoesButUnitsAndHamletsStay() {
        var said = files(SMALL, Map.of("mau/units.csv", SMALL.get("mau/units.csv")
                        .replace("xã Mẫu,2026-01-01,", "xã Mẫu,2026-01-01,2026-06-30"),
                "mau/successors.csv", "unit,successor\n99/1,99/2\n",
                "mau/places.csv", "unit,place\n99/1,Nơi Mẫu\n99/2,Nơi Khác\n",
                "mau/wage-regions.csv", "unit,region,validFrom,validTo,legalBasis\n99/2,II,2026-01-01,,Nghị định mẫu\n",
                "mau/authorities.csv", STYLES, "mau/hamlets.csv", HAMLETS));
        load(said);
        jdbc.sql("insert into place_name values ('99', 'ghi tay')").update();

        load(said, files(SMALL, Map.of("mau/units.csv", SMALL.get("mau/units.csv").replaceAll("99/1.*\n", ""),
                "mau/places.csv", "unit,place\n99/2,Nơi Khác\n")));

        assertThat(strings("select unit_path from place_name where unit_path like '99%' order by 1"))
                .as("by hand, and said still").containsExactly("99", "99/2");
        assertThat(strings("select old_path from unit_successor where old_path like '99%'")).isEmpty();
        assertThat(strings("select unit_path from wage_region where unit_path like '99%'")).isEmpty();
        assertThat(strings("select abbreviation from authority_style where scope like '99%'")).isEmpty();
        assertThat(strings("select path from unit where path like '99%' order by 1"))
                .containsExactly("99", "99/1", "99/2");
        assertThat(strings("select path from hamlet where path like '99%'")).containsExactly("99/1/1-01");
    }

    private List<String> strings(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    private void load(FileTree files) {
        load(files, files);
    }

    private void load(FileTree before, FileTree files) {
        var rows = new ProvinceRows(ProvinceCheckCommand.tables(), jdbc);
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
            Turn.take(jdbc, "provinces");
            rows.takeOver(before, files);
        });
    }

    static FileTree builtIn() {
        return BuiltInFiles.read(Area.PROVINCES, new PathMatchingResourcePatternResolver());
    }

    static FileTree files(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return FileTree.of(files);
    }

    private static FileTree files(Map<String, String> texts, Map<String, String> others) {
        return files(texts).under(files(others));
    }

    private static FileTree files(Map<String, String> texts, String path, String text) {
        return files(texts, Map.of(path, text));
    }

    private String fullName(String path) {
        return jdbc.sql("select full_name from unit where path = ?").param(path).query(String.class).single();
    }

    private Map<String, List<String>> rows() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table ->
                jdbc.sql("select t::text from %s t order by 1".formatted(table)).query(String.class).list()));
    }
}
