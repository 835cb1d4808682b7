package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.SentFiles;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetFile;

/** Files of procedures that somebody sends, by their places. */
@Component
public class Uploaded {

    private final Procedures procedures;

    Uploaded(Procedures procedures) {
        this.procedures = procedures;
    }

    /**
     * Sheets of tables become the files of these tables.
     *
     * @throws Refusal malformed, for an unreadable archive or sheet, or a name that tells no place; rule broken, for
     *                 cells of a sheet that cannot be read
     */
    public Map<String, byte[]> read(List<MultipartFile> files) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        for (var file : files) {
            if (isSheet(file.getOriginalFilename())) {
                put(file.getBytes(), read);
            }
        }
        SentFiles.read(files.stream().filter(file -> !isSheet(file.getOriginalFilename())).toList(), Area.PROCESSES,
                procedures.files()).forEach((path, content) -> {
                    if (isSheet(path)) {
                        put(content, read);
                    } else {
                        put(path, content, read);
                    }
                });
        return read;
    }

    private static boolean isSheet(String name) {
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private void put(byte[] sheet, Map<String, byte[]> read) {
        var files = procedures.files();
        var lines = SheetFile.lines(sheet);
        var table = Table.path(files, TableSheet.key(lines)).flatMap(path -> Table.find(files, path)).orElseThrow(() ->
                Refusal.malformed("files", "Tệp Excel không phải là bảng quy định tải về từ đây: ô đầu của dòng thứ "
                        + "hai phải là mã của bảng, như khi tải về"));
        put(table.file(), TableRows.put(files.find(table.file()).orElseThrow(), table, TableSheet.read(table, lines)),
                read);
    }

    private static void put(String path, byte[] content, Map<String, byte[]> read) {
        SentFiles.requireSmall(path, content);
        if (read.put(path, content) != null) {
            throw Refusal.malformed("files", "Có hai tệp cho %s".formatted(path));
        }
    }
}
