package vn.phongtrao.citizen;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where in a database something is sealed or digested, as its catalogue tells it: {@code citizen_cipher} and {@code citizen_digest}, and columns
 * that say so in their comment. What comes later needs nothing here.
 *
 * @param ciphers  numbers, each with a digest beside
 * @param texts    sealed texts
 * @param digests  digests of numbers
 * @param subjects texts that are {@code citizen:} and a digest, where they are of a person
 */
public record SealedPlaces(List<Place> ciphers, List<Place> texts, List<Place> digests, List<Place> subjects) {

    /** A column, quoted where it has to be. */
    public record Place(String table, String column) {
    }

    /** Those of the schema that it works in. */
    public static SealedPlaces of(JdbcClient jdbc) {
        return new SealedPlaces(where(jdbc, "attname = 'citizen_cipher'"), where(jdbc, comment("sealed text")),
                where(jdbc, "attname = 'citizen_digest'"), where(jdbc, comment("citizen:digest")));
    }

    /** What has to be opened and sealed anew. */
    Stream<Place> sealed() {
        return Stream.concat(ciphers.stream(), texts.stream());
    }

    private static String comment(String words) {
        return "col_description(c.oid, a.attnum) = '%s'".formatted(words);
    }

    private static List<Place> where(JdbcClient jdbc, String condition) {
        return jdbc.sql("""
                select quote_ident(relname) as "table", quote_ident(attname) as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and %s
                order by 1, 2""".formatted(condition)).query(Place.class).list();
    }
}
