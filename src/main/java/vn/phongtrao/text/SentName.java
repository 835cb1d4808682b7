package vn.phongtrao.text;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;

/** The name of a file that is sent, as header {@code Content-Disposition} has it. */
public final class SentName {

    private SentName() {
    }

    /** For browsers, which read the name in UTF-8, and, where it is in ASCII, for what reads the plain one alone. */
    public static String of(String name, ContentDisposition.Builder shownOrSaved) {
        var plain = shownOrSaved.filename(name).build().toString();
        var both = shownOrSaved.filename(name, StandardCharsets.UTF_8).build().toString();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name) ? plain + both.substring(both.indexOf("; filename*=")) : both;
    }
}
