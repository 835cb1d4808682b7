package vn.phongtrao.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetFile;

/** Excel files that become the tables that they name, wherever they lie. */
final class TableSheets {

    private TableSheets() {
    }

    static boolean isSheet(String name) {
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /**
     * The file of the table that a sheet is for, with the sheet's rows.
     *
     * @param files where the table is
     * @throws Refusal malformed, for an unreadable sheet or one of no table; rule broken, for cells that cannot be read
     */
    static Map.Entry<String, byte[]> table(byte[] sheet, FileTree files) {
        var lines = SheetFile.lines(sheet);
        var table = Table.path(files, TableSheet.key(lines)).flatMap(path -> Table.find(files, path)).orElseThrow(() ->
                Refusal.malformed("files", "Tệp Excel không phải là bảng quy định tải về từ đây: ô đầu của dòng thứ "
                        + "hai phải là mã của bảng, như khi tải về"));
        return Map.entry(table.file(), TableRows.put(files.find(table.file()).orElseThrow(), table,
                TableSheet.read(table, lines)));
    }

    /**
     * A folder's files, with tables in place of its sheets. They are made of the built-in tables and of nothing that was
     * loaded before, so that a folder that has not changed says the same again.
     *
     * @throws UnsoundFiles naming each sheet that cannot become a table
     */
    static FileTree read(FileTree folder, FileTree builtIn) {
        Map<String, byte[]> read = new TreeMap<>(folder.all());
        read.keySet().removeIf(TableSheets::isSheet);
        var files = builtIn.under(FileTree.of(read));
        List<Finding> findings = new ArrayList<>();
        folder.all().forEach((path, content) -> {
            if (isSheet(path)) {
                put(path, content, files, read, findings);
            }
        });
        if (!findings.isEmpty()) {
            throw new UnsoundFiles(Area.PROCESSES, findings);
        }
        return FileTree.of(read);
    }

    private static void put(String path, byte[] content, FileTree files, Map<String, byte[]> read,
                            List<Finding> findings) {
        try {
            var table = table(content, files);
            if (read.put(table.getKey(), table.getValue()) != null) {
                findings.add(new Finding(path, "", "Có hai tệp cho %s".formatted(table.getKey()), "Bỏ một tệp"));
            }
        } catch (Refusal unreadable) {
            findings.add(new Finding(path, "", unreadable.getMessage(),
                    "Sửa tệp Excel, hoặc tải lại bảng và sửa từ đầu"));
        }
    }
}
