package vn.phongtrao.sheet;

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

    /** An empty file to fill in. */
    public static ResponseEntity<byte[]> template(SheetForm form) {
        return of(form.name(), form.template());
    }
}
