package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** What lies in {@code provinces/} becomes rows, and what was there before is not lost. */
class ProvinceLoadingTest {

    private static final List<String> TABLES =
            List.of("unit", "unit_successor", "province", "authority_style", "place_name", "wage_region");
    private static final String HEAD = "path,tier,fullName,name,validFrom,validTo\n";
    private static final Map<String, String> SMALL = Map.of("mau/province.properties", "root=99",
            "mau/units.csv", HEAD + """
            99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
            99/1,commune,Xã Mẫu,xã Mẫu,2026-01-01,
            99/2,commune,Xã Khác,xã Khác,2026-01-01,
            """);

    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void theFilesSayWhatTheMigrationsBrought() {
        var before = rows();
        jdbc.sql("update province set digest = null").update();

        load(ProvinceFiles.builtIn());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theFilesAloneBringTheSame() {
        var before = rows();
        jdbc.sql("truncate unit cascade").update();
        assertThat(rows().get("unit")).isEmpty();

        load(ProvinceFiles.builtIn());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatWasChangedByHandStaysUntilTheFilesChange() {
        jdbc.sql("update unit set full_name = 'Phường Khác' where path = '96/31825'").update();

        load(ProvinceFiles.builtIn());
        assertThat(fullName("96/31825")).isEqualTo("Phường Khác");

        load(ProvinceFiles.builtIn().under(files(Map.of("ca-mau-2025/hamlets.csv", "commune,code,name,validFrom\n"
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
        var hamlets = Map.of("mau/hamlets.csv", "commune,code,name,validFrom\n99/1,1-01,Ấp Mẫu,2026-01-01\n");
        load(files(SMALL, hamlets));
        jdbc.sql("update hamlet set name = 'Ấp Mới' where path = '99/1/1-01'").update();

        load(files(SMALL, "mau/hamlets.csv", hamlets.get("mau/hamlets.csv") + "99/1,1-02,ấp mới,2026-01-01\n"));

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
                .isInstanceOf(UnsoundProvinces.class).hasMessageContaining("mau/places.csv: Dòng 2, cột unit");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void contradictionsKeepTheProgramFromStarting() {
        var callback = new ProvinceLoading(files(SMALL, "mau/places.csv", "unit,place\n99/9,Mẫu\n"), tables());

        var failure = catchThrowable(() -> Flyway.configure().dataSource(database).callbacks(callback).load()
                .migrate());

        assertThat(new UnsoundProvincesAnalyzer().analyze(failure).getDescription())
                .contains("mau/places.csv: Dòng 2, cột unit: không có đơn vị \"99/9\"");
    }

    private void load(ProvinceFiles files) {
        new ProvinceLoading(files, tables()).load(database);
    }

    /** Those of every module, as the program finds them. */
    static List<ProvinceTable<?>> tables() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(ProvinceTable.class));
            scanner.addExcludeFilter((found, factory) -> found.getClassMetadata().getClassName()
                    .equals(UnitTable.class.getName()));
            scanner.scan("vn.phongtrao");
            context.refresh();
            return context.<ProvinceTable<?>>getBeanProvider(
                    ResolvableType.forClass(ProvinceTable.class)).stream().collect(Collectors.toList());
        }
    }

    static ProvinceFiles files(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return ProvinceFiles.of(files);
    }

    private static ProvinceFiles files(Map<String, String> texts, Map<String, String> others) {
        return files(texts).under(files(others));
    }

    private static ProvinceFiles files(Map<String, String> texts, String path, String text) {
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
