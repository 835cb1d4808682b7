package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.SentFiles;
import vn.phongtrao.refusal.Refusal;

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
            if (TableSheets.isSheet(file.getOriginalFilename())) {
                put(file.getBytes(), read);
            }
        }
        SentFiles.read(files.stream().filter(file -> !TableSheets.isSheet(file.getOriginalFilename())).toList(),
                Area.PROCESSES,
                procedures.files()).forEach((path, content) -> {
                    if (TableSheets.isSheet(path)) {
                        put(content, read);
                    } else {
                        put(path, content, read);
                    }
                });
        return read;
    }

    private void put(byte[] sheet, Map<String, byte[]> read) {
        var table = TableSheets.table(sheet, procedures.files());
        put(table.getKey(), table.getValue(), read);
    }

    private static void put(String path, byte[] content, Map<String, byte[]> read) {
        SentFiles.requireSmall(path, content);
        if (read.put(path, content) != null) {
            throw Refusal.malformed("files", "Có hai tệp cho %s".formatted(path));
        }
    }
}
