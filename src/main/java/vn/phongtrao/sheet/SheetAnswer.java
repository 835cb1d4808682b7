package vn.phongtrao.sheet;

import java.util.List;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Excel files as answers over HTTP, to be saved. */
public final class SheetAnswer {

    private SheetAnswer() {
    }

    /** @param name of the file, without its ending, in ASCII */
    public static ResponseEntity<byte[]> of(String name, byte[] file) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(SheetFile.XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".xlsx").build().toString())
                .body(file);
    }

    /** An empty file to fill in, as {@link SheetWriter#template} writes it. */
    public static ResponseEntity<byte[]> template(String name, List<String> columns, String about) {
        return of(name, SheetWriter.template(columns, about));
    }
}
