package vn.phongtrao.province;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/** Reads the files of all provinces, and tells everything that is wrong with them at once. */
final class ProvinceReader {

    /** What a realm is made from, beside the folders. */
    private static final List<String> TEMPLATES = List.of(Realm.TEMPLATE, Realm.USER_PROFILE);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");
    private static final UnitTable UNITS = new UnitTable();
    /** What is said of a row, by {@link SheetFile} and the tables. */
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

    /** What the rules that the program brings miss; nothing when something is wrong with the files themselves. */
    List<Finding> missed() {
        return provinces.isEmpty() ? List.of() : tables.stream().flatMap(this::missed).toList();
    }

    @SuppressWarnings("unchecked")
    private <R extends ProvinceTable.Row> Stream<Finding> missed(ProvinceTable<R> table) {
        return table.missed(provinces.stream().flatMap(province -> province.tables().stream())
                .filter(rows -> rows.table() == table)
                .flatMap(rows -> ((Province.Rows<R>) rows).rows().stream()).toList());
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
    private record Draft(String name, ProvinceSettings settings, List<Unit> units) {

        Draft {
            units = units.stream().sorted(Comparator.comparing(Unit::path)).toList();
        }

        /** Without it, what else the folder has cannot be compared with its units. */
        Optional<Unit> root() {
            return units.stream().filter(unit -> settings.root().filter(unit.path()::equals).isPresent()).findFirst();
        }
    }

    private List<Province> all() {
        if (!tables.isEmpty()) {
            findNobodys();
        }
        TEMPLATES.forEach(this::requireJson);
        var drafts = files.folders().stream().map(this::draft).toList();
        if (!drafts.stream().allMatch(draft -> draft.root().isPresent())) {
            return List.of();
        }
        var units = drafts.stream().flatMap(draft -> draft.units.stream())
                .collect(Collectors.toMap(Unit::path, unit -> unit, (one, told) -> one));
        return drafts.stream().map(draft -> province(draft, units)).toList();
    }

    private void find(String file, String place, String problem, String advice) {
        findings.add(new Finding(file, place, problem, advice));
    }

    private void findNobodys() {
        var inFolders = Stream.concat(Stream.of(ProvinceSettings.FILE, UNITS.file()),
                tables.stream().map(ProvinceTable::file)).sorted().toList();
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
                if (!json.isContainerNode()) {
                    find(template, "", "Không phải JSON hợp lệ", "Sửa tệp");
                }
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
        var settings = ProvinceSettings.read(files, name, findings::add);
        var path = name + "/" + UNITS.file();
        if (files.find(path).isEmpty()) {
            find(path, "", "Chưa có tệp này", "Thêm tệp với các cột " + String.join(",", UNITS.columns()));
        }
        var rows = numbered(path, UNITS, null);
        settings.root().ifPresent(province -> {
            var lines = new TreeMap<Integer, Unit>();
            rows.forEach(row -> lines.put(row.line, row.row.unit()));
            findings.addAll(tree.findings(path, province, lines));
        });
        return new Draft(name, settings, rows.stream().map(row -> row.row.unit()).toList());
    }

    private Province province(Draft draft, Map<UnitPath, Unit> all) {
        var units = new ProvinceUnits(draft.root().orElseThrow(), all);
        draft.settings.demo().units().stream().filter(path -> !all.containsKey(path)).forEach(path ->
                findings.add(ProvinceSettings.unknown(draft.name + "/" + ProvinceSettings.FILE, path.value())));
        return new Province(draft.name, draft.units,
                tables.stream().<Province.Rows<?>>map(table -> rows(draft.name, table, units)).toList(),
                draft.settings.demo());
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
        for (int at = 1; at < rows.size(); at++) {
            var later = rows.get(at);
            // one of them is enough: of rows that all say the same there are too many pairs
            rows.subList(0, at).stream().filter(earlier -> earlier.row.period().overlaps(later.row.period()))
                    .findFirst().ifPresent(earlier -> find(path, "dòng %d".formatted(later.line),
                            "Trùng với dòng %d (%s)".formatted(earlier.line, subject), "Bỏ một dòng, hoặc sửa ngày"));
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
            return SheetFile.read(content.get(), table.columns(), row -> table.row(row, units)
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
}
