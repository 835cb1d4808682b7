package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.citizen.SealedPlaces.Place;

/** Whatever is sealed is found when a key changes, in tables that come later, too. */
class SealedPlacesTest {

    /** Bytes that nobody has sealed, or that are gone within the hour. */
    private static final Set<String> OTHERS = Set.of("audit_seal.hash", "citizen_key.sealed", "dossier_document.content", "edition_file.content",
            "paper.content", "paper.sha256", "spring_session_attributes.attribute_bytes");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
    private final SealedPlaces places = SealedPlaces.of(jdbc);

    @Test
    void everyColumnOfBytesIsKnown() {
        var known = new TreeSet<>(OTHERS);
        Stream.of(places.ciphers(), places.texts(), places.digests()).flatMap(List::stream).map(SealedPlacesTest::name).forEach(known::add);
        assertThat(jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'bytea' and table_name not like 'act\\_%'""").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void eachNumberHasItsDigestBeside() {
        assertThat(places.ciphers()).hasSizeGreaterThan(4).extracting(Place::table)
                .isSubsetOf(places.digests().stream().map(Place::table).toList());
    }

    @Test
    void everySubjectOfPersonsIsKnown() {
        assertThat(places.subjects()).extracting(SealedPlacesTest::name).containsExactly("award.subject", "nominee.subject");
    }

    private static String name(Place place) {
        return place.table() + "." + place.column();
    }
}
