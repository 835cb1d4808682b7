package vn.phongtrao.province;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.csv.CsvFile;
import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/** Reads the files of all provinces, and tells everything that is wrong with them at once. */
final class ProvinceReader {

    private static final String PROPERTIES = "province.properties";
    /** What a realm is made from, beside the folders. */
    private static final List<String> TEMPLATES = List.of(Realm.TEMPLATE, Realm.USER_PROFILE);
    private static final Set<String> KEYS = Set.of("root", "demo.date", "demo.units");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final UnitTable UNITS = new UnitTable();
    /** What is said of a row, by {@link CsvFile} and the tables. */
    private static final Pattern SAID = Pattern.compile("Dòng (\\d+)(, cột [^:]+)?: (.*)");

    private final FileTree files;
    private final List<ProvinceTable<?>> tables;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final UnitTree tree = new UnitTree();
    private final List<Province> provinces;

    /** @param tables what is read beside the units; where there is none, other files are let be */
    ProvinceReader(FileTree files, List<ProvinceTable<?>> tables) {
        this.files = files;
        this.tables = tables;
        var all = all();
        this.provinces = findings.isEmpty() ? all : List.of();
    }

    /** All that is wrong, with file, line and what to do. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** None when something is wrong. */
    List<Province> provinces() {
        return provinces;
    }

    /** @throws UnsoundFiles with the findings, when something is wrong */
    List<Province> read() {
        if (!findings.isEmpty()) {
            throw new UnsoundFiles(Area.PROVINCES, findings());
        }
        return provinces;
    }

    /** A row and the line it ends with. */
    private record Numbered<R>(int line, R row) {
    }

    /** A folder whose units have been read. */
    private record Draft(String name, Properties properties, List<Unit> units) {

        Draft {
            units = units.stream().sorted(Comparator.comparing(Unit::path)).toList();
        }
    }

    private List<Province> all() {
        if (!tables.isEmpty()) {
            findNobodys();
        }
        TEMPLATES.forEach(this::requireJson);
        var drafts = files.folders().stream().map(this::draft).toList();
        if (!findings.isEmpty()) {
            return List.of();
        }
        var units = drafts.stream().flatMap(draft -> draft.units.stream())
                .collect(Collectors.toMap(Unit::path, unit -> unit));
        return drafts.stream().map(draft -> province(draft, units)).toList();
    }

    private void find(String file, String place, String problem, String advice) {
        findings.add(new Finding(file, place, problem, advice));
    }

    private void findNobodys() {
        var inFolders = Stream.concat(Stream.of(PROPERTIES, UNITS.file()), tables.stream().map(ProvinceTable::file))
                .sorted().toList();
        var beside = Stream.concat(TEMPLATES.stream(), tables.stream().map(ProvinceTable::file)).sorted().toList();
        files.all().keySet().forEach(path -> {
            var known = path.contains("/") ? inFolders : beside;
            if (!known.contains(path.substring(path.indexOf('/') + 1))) {
                find(path, "", "Không có tệp nào mang tên này",
                        "Đổi tên hoặc bỏ đi; các tệp là " + String.join(", ", known));
            }
        });
    }

    private void requireJson(String template) {
        files.find(template).ifPresent(content -> {
            try {
                var json = new ObjectMapper().readTree(content);
                Realm.NAMES.stream().filter(name -> template.equals(Realm.TEMPLATE) && !json.path(name).isTextual())
                        .forEach(name -> find(template, name, "Chưa có giá trị", "Thêm lại từ tệp có sẵn"));
            } catch (IOException broken) {
                find(template, "", "Không phải JSON hợp lệ", "Sửa tệp");
            }
        });
    }

    private Draft draft(String name) {
        if (!NAME.matcher(name).matches()) {
            find(name, "", "Tên thư mục chỉ gồm chữ thường không dấu, số và gạch nối",
                    "Đổi tên, ví dụ ca-mau-2025");
        }
        var properties = properties(name);
        var root = UnitPath.find(properties.getProperty("root")).filter(path -> path.parent().isEmpty());
        if (root.isEmpty()) {
            find(name + "/" + PROPERTIES, "root", "Phải là mã của tỉnh", "Ghi một dòng như root=96");
        }
        var path = name + "/" + UNITS.file();
        if (files.find(path).isEmpty()) {
            find(path, "", "Chưa có tệp này", "Thêm tệp với các cột " + String.join(",", UNITS.columns()));
        }
        var rows = numbered(path, UNITS, null);
        root.ifPresent(province -> {
            var lines = new TreeMap<Integer, Unit>();
            rows.forEach(row -> lines.put(row.line, row.row.unit()));
            findings.addAll(tree.findings(path, province, lines));
        });
        return new Draft(name, properties, rows.stream().map(row -> row.row.unit()).toList());
    }

    private Properties properties(String name) {
        var path = name + "/" + PROPERTIES;
        var properties = new Properties();
        files.find(path).ifPresent(content -> {
            try {
                properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (IllegalArgumentException broken) {
                find(path, "", "Có ký hiệu \\u viết sai", "Sửa hoặc bỏ đi");
            }
        });
        properties.stringPropertyNames().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(key ->
                find(path, key, "Không có thiết lập này",
                        "Các thiết lập là " + KEYS.stream().sorted().collect(Collectors.joining(", "))));
        return properties;
    }

    private Province province(Draft draft, Map<UnitPath, Unit> all) {
        var units = new ProvinceUnits(draft.units.get(0), all);
        return new Province(draft.name, draft.units,
                tables.stream().<Province.Rows<?>>map(table -> rows(draft.name, table, units)).toList(),
                demo(draft, units));
    }

    private <R extends ProvinceTable.Row> Province.Rows<R> rows(String name, ProvinceTable<R> table,
            ProvinceUnits units) {
        var own = checked(name + "/" + table.file(), table, units);
        var subjects = own.stream().map(R::subject).collect(Collectors.toCollection(HashSet::new));
        var shared = checked(table.file(), table, units).stream().filter(row -> !subjects.contains(row.subject()));
        return new Province.Rows<>(table, Stream.concat(shared, own.stream()).toList());
    }

    private <R extends ProvinceTable.Row> List<R> checked(String path, ProvinceTable<R> table, ProvinceUnits units) {
        var rows = numbered(path, table, units);
        rows.stream().collect(Collectors.groupingBy(row -> row.row.subject(), LinkedHashMap::new, Collectors.toList()))
                .forEach((subject, alike) -> requireOneAtATime(path, subject, alike));
        return rows.stream().map(Numbered::row).toList();
    }

    private <R extends ProvinceTable.Row> void requireOneAtATime(String path, String subject, List<Numbered<R>> rows) {
        for (int later = 1; later < rows.size(); later++) {
            for (var earlier : rows.subList(0, later)) {
                if (earlier.row.period().overlaps(rows.get(later).row.period())) {
                    find(path, "dòng %d".formatted(rows.get(later).line),
                            "Trùng với dòng %d (%s)".formatted(earlier.line, subject), "Bỏ một dòng, hoặc sửa ngày");
                }
            }
        }
    }

    private <R extends ProvinceTable.Row> List<Numbered<R>> numbered(String path, ProvinceTable<R> table,
            ProvinceUnits units) {
        var content = files.find(path);
        if (content.isEmpty()) {
            return List.of();
        }
        requireComposed(path, new String(content.get(), StandardCharsets.UTF_8));
        try {
            return CsvFile.read(content.get(), table.columns(), row -> table.row(row, units)
                            .map(read -> new Numbered<>(row.line(), read))).stream().flatMap(Optional::stream).toList();
        } catch (Refusal wrong) {
            wrong.getMessage().lines().forEach(line -> findings.add(finding(path, line)));
            return List.of();
        }
    }

    private static Finding finding(String path, String said) {
        var row = SAID.matcher(said);
        var place = row.matches() ? "dòng " + row.group(1) + Objects.requireNonNullElse(row.group(2), "") : "";
        var words = row.matches() ? row.group(3) : said;
        var advice = words.lastIndexOf("; ");
        return new Finding(path, place, capital(advice < 0 ? words : words.substring(0, advice)),
                advice < 0 ? "Sửa chỗ này" : capital(words.substring(advice + 2)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1);
    }

    private void requireComposed(String path, String text) {
        var lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!Normalizer.isNormalized(lines.get(line), Normalizer.Form.NFC)) {
                find(path, "dòng %d".formatted(line + 1), "Chữ có dấu ở dạng tổ hợp rời",
                        "Lưu tệp ở dạng Unicode dựng sẵn (NFC)");
            }
        }
    }

    private Province.Demo demo(Draft draft, ProvinceUnits units) {
        var date = Optional.ofNullable(draft.properties.getProperty("demo.date")).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                find(draft.name + "/" + PROPERTIES, "demo.date", "Phải là ngày dạng năm-tháng-ngày",
                        "Sửa \"%s\"".formatted(text));
                return null;
            }
        });
        var paths = Stream.of(draft.properties.getProperty("demo.units", "").split(",")).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
        paths.stream().filter(text -> UnitPath.find(text).map(units.all()::get).isEmpty()).forEach(text ->
                find(draft.name + "/" + PROPERTIES, "demo.units", "Không có đơn vị \"%s\"".formatted(text),
                        "Sửa hoặc bỏ đi"));
        return new Province.Demo(date.orElse(null), paths.stream().flatMap(text -> UnitPath.find(text).stream())
                .toList());
    }
}
