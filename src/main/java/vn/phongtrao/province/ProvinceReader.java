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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.csv.CsvFile;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/** Reads the files of all provinces, and tells everything that is wrong with them at once. */
final class ProvinceReader {

    private static final String PROPERTIES = "province.properties";
    private static final Set<String> KEYS = Set.of("root", "demo.date", "demo.units");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final UnitTable UNITS = new UnitTable();

    private final ProvinceFiles files;
    private final List<ProvinceTable<?>> tables;
    private final List<String> findings = new ArrayList<>();
    private final UnitTree tree = new UnitTree();

    /** @param tables what is read beside the units */
    ProvinceReader(ProvinceFiles files, List<ProvinceTable<?>> tables) {
        this.files = files;
        this.tables = tables;
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

    /** @throws UnsoundProvinces naming each file and line that is wrong, and what to do */
    List<Province> read() {
        var drafts = files.names().stream().map(this::draft).toList();
        stopWhereSomethingIsWrong();
        var all = drafts.stream().flatMap(draft -> draft.units.stream())
                .collect(Collectors.toMap(Unit::path, unit -> unit));
        var provinces = drafts.stream().map(draft -> province(draft, all)).toList();
        stopWhereSomethingIsWrong();
        return provinces;
    }

    private void stopWhereSomethingIsWrong() {
        if (!findings.isEmpty()) {
            throw new UnsoundProvinces(findings.stream().distinct().toList());
        }
    }

    private Draft draft(String name) {
        if (!NAME.matcher(name).matches()) {
            findings.add("%s: tên thư mục chỉ gồm chữ thường không dấu, số và gạch nối; đổi tên, ví dụ ca-mau-2025"
                    .formatted(name));
        }
        var properties = properties(name);
        var root = UnitPath.find(properties.getProperty("root")).filter(path -> path.parent().isEmpty());
        if (root.isEmpty()) {
            findings.add("%s/%s: root phải là mã của tỉnh; ghi một dòng như root=96".formatted(name, PROPERTIES));
        }
        var path = name + "/" + UNITS.file();
        if (files.find(path).isEmpty()) {
            findings.add("%s: chưa có tệp này; thêm tệp với các cột %s"
                    .formatted(path, String.join(",", UNITS.columns())));
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
                findings.add("%s: có ký hiệu \\u viết sai; sửa hoặc bỏ đi".formatted(path));
            }
        });
        properties.stringPropertyNames().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(key ->
                findings.add("%s: không có thiết lập \"%s\"; các thiết lập là %s".formatted(path, key,
                        KEYS.stream().sorted().collect(Collectors.joining(", ")))));
        return properties;
    }

    private Province province(Draft draft, Map<UnitPath, Unit> all) {
        var units = new ProvinceUnits(draft.units.get(0), all);
        files.of(draft.name).stream().filter(file -> !tables.isEmpty() && !known(file)).forEach(file ->
                findings.add("%s/%s: không có tệp nào mang tên này; đổi tên hoặc bỏ đi, các tệp là %s"
                        .formatted(draft.name, file, knownFiles().sorted().collect(Collectors.joining(", ")))));
        return new Province(draft.name, draft.units,
                tables.stream().<Province.Rows<?>>map(table -> rows(draft.name, table, units)).toList(),
                demo(draft, units));
    }

    private boolean known(String file) {
        return knownFiles().anyMatch(file::equals);
    }

    private Stream<String> knownFiles() {
        return Stream.concat(Stream.of(PROPERTIES, UNITS.file()), tables.stream().map(ProvinceTable::file));
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
                    findings.add("%s: Dòng %d: trùng với dòng %d (%s); bỏ một dòng, hoặc sửa ngày"
                            .formatted(path, rows.get(later).line, earlier.line, subject));
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
            wrong.getMessage().lines().forEach(line -> findings.add(path + ": " + line));
            return List.of();
        }
    }

    private void requireComposed(String path, String text) {
        var lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!Normalizer.isNormalized(lines.get(line), Normalizer.Form.NFC)) {
                findings.add("%s: Dòng %d: chữ có dấu ở dạng tổ hợp rời; lưu tệp ở dạng Unicode dựng sẵn (NFC)"
                        .formatted(path, line + 1));
            }
        }
    }

    private Province.Demo demo(Draft draft, ProvinceUnits units) {
        var date = Optional.ofNullable(draft.properties.getProperty("demo.date")).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                findings.add("%s/%s: demo.date phải là ngày dạng năm-tháng-ngày; sửa \"%s\""
                        .formatted(draft.name, PROPERTIES, text));
                return null;
            }
        });
        var paths = Stream.of(draft.properties.getProperty("demo.units", "").split(",")).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
        paths.stream().filter(text -> UnitPath.find(text).map(units.all()::get).isEmpty()).forEach(text ->
                findings.add("%s/%s: demo.units: không có đơn vị \"%s\"; sửa hoặc bỏ đi"
                        .formatted(draft.name, PROPERTIES, text)));
        return new Province.Demo(date.orElse(null), paths.stream().flatMap(text -> UnitPath.find(text).stream())
                .toList());
    }
}
