package vn.phongtrao.edition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * That files of the organisation's own were loaded.
 *
 * @param number  from 1, counting through all areas
 * @param by      user name; the program's, for the folder at start
 * @param note    why, in the words of who did it; may be empty
 * @param changed paths of the files that it added, changed or took away
 */
public record Load(int number, Instant at, String by, Source source, String note, List<String> changed) {

    /** The ways to bring files. */
    public enum Source {
        FOLDER, PAGE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Source of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
