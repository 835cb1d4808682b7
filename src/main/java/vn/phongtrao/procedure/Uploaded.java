package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.List;
import java.util.Map;

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

    /** @throws Refusal malformed, for an unreadable archive or a name that tells no place */
    public Map<String, byte[]> read(List<MultipartFile> files) throws IOException {
        return SentFiles.read(files, Area.PROCESSES, procedures.files());
    }
}
