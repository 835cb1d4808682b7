package vn.phongtrao.reorganisation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.citizen.SealedPlaces;
import vn.phongtrao.citizen.SealedPlaces.Place;
import vn.phongtrao.refusal.Refusal;

/** Rows with citizen numbers and personal texts that another deployment sealed with its own key. */
final class SealedRows {

    /** Where a person is known by the digest alone, in a text that begins like this. */
    private static final String SUBJECT = "citizen:";

    private final JdbcClient jdbc;
    private final Set<String> taken;
    private final SealedPlaces places;
    private final String prefix;
    private final Resealing resealing;

    /** @param prefix what the names of the tables begin with */
    SealedRows(JdbcClient jdbc, Schema schema, String prefix, Resealing resealing) {
        this.jdbc = jdbc;
        this.taken = schema.inOrder().stream().map(Schema.Table::name).collect(Collectors.toSet());
        this.places = SealedPlaces.of(jdbc);
        this.prefix = prefix;
        this.resealing = resealing;
    }

    /**
     * @return how many rows know a person by a digest whose number stands nowhere, and will not be found by it any more
     * @throws Refusal conflict, where the key that was given did not seal them; nothing is told of what they hold
     */
    long sealAnew() {
        jdbc.sql("create temp table sealed_anew (cipher bytea primary key, was bytea, new_cipher bytea, digest bytea) on commit drop")
                .update();
        taken(places.ciphers()).forEach(place -> opened(place, () -> number(place)));
        jdbc.sql("create temp table digest_anew on commit drop as select distinct was, digest from sealed_anew").update();
        taken(places.texts()).forEach(place -> opened(place, () -> text(place)));
        Stream.concat(taken(places.ciphers()), taken(places.texts())).forEach(place -> jdbc.sql(
                "update %1$s%2$s row set %3$s = new_cipher from sealed_anew where cipher = %3$s".formatted(prefix, place.table(), place.column())).update());
        taken(places.digests()).forEach(place -> jdbc.sql("update %1$s%2$s row set %3$s = digest from digest_anew where was = %3$s"
                .formatted(prefix, place.table(), place.column())).update());
        taken(places.subjects()).forEach(place -> jdbc.sql("""
                update %1$s%2$s row set %3$s = :subject || encode(digest, 'hex') from digest_anew
                where %3$s = :subject || encode(was, 'hex')""".formatted(prefix, place.table(), place.column())).param("subject", SUBJECT).update());
        return taken(places.digests()).mapToLong(place -> jdbc.sql("""
                select count(*) from %1$s%2$s where %3$s is not null and %3$s not in (select digest from digest_anew)"""
                .formatted(prefix, place.table(), place.column())).query(Long.class).single()).sum();
    }

    private static void opened(Place place, Runnable open) {
        try {
            open.run();
        } catch (IllegalStateException another) {
            throw Refusal.conflict(("Khóa PHONGTRAO_JOIN_CITIZEN_KEY không mở được dữ liệu đã mã hóa trong bảng %s của cơ sở dữ liệu kia;"
                    + " hãy đặt đúng khóa mà hệ thống kia đang dùng").formatted(place.table()));
        }
    }

    /** Whether the key of this deployment sealed what each table has, as far as it has any. */
    boolean areOurs() {
        return taken(places.ciphers()).flatMap(this::one).allMatch(resealing::isOurs)
                && taken(places.texts()).flatMap(this::one).allMatch(resealing::isOurText);
    }

    private Stream<byte[]> one(Place place) {
        return jdbc.sql("select %1$s from %2$s%3$s where %1$s is not null limit 1".formatted(place.column(), prefix, place.table()))
                .query(byte[].class).optional().stream();
    }

    private Stream<Place> taken(List<Place> all) {
        return all.stream().filter(place -> taken.contains(place.table()));
    }

    private void number(Place place) {
        jdbc.sql("select distinct %1$s as cipher, citizen_digest as digest, null as mask from %2$s%3$s where %1$s is not null"
                .formatted(place.column(), prefix, place.table())).query(SealedNumber.class).list().forEach(row -> {
                    var sealed = resealing.number(row);
                    enter(row.cipher(), row.digest(), sealed.cipher(), sealed.digest());
                });
    }

    private void text(Place place) {
        jdbc.sql("select distinct %1$s from %2$s%3$s where %1$s is not null".formatted(place.column(), prefix, place.table()))
                .query(byte[].class).list().forEach(sealed -> enter(sealed, null, resealing.text(sealed), null));
    }

    private void enter(byte[] sealed, byte[] digest, byte[] anew, byte[] digestAnew) {
        jdbc.sql("insert into sealed_anew values (?, ?, ?, ?) on conflict do nothing").params(Arrays.asList(sealed, digest, anew, digestAnew)).update();
    }
}
