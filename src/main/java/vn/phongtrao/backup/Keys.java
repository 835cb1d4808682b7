package vn.phongtrao.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.citizen.SealedPlaces;
import vn.phongtrao.citizen.SealedPlaces.Place;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;

/** The keys that a backup is worth nothing without. They are kept elsewhere. */
final class Keys {

    private static final int AT_ONCE = 1000;
    private static final String CITIZEN = "PHONGTRAO_CITIZEN_KEY";
    private static final String OTHERS = "PHONGTRAO_CITIZEN_OTHERKEYS";
    private static final String KEYSTORE = "PHONGTRAO_SIGNING_KEYSTORE";
    private static final List<String> SECRETS = List.of("PHONGTRAO_WEB_SECRET", "PHONGTRAO_INTEGRATION_SECRET", "PHONGTRAO_SIGNING_PASSWORD");

    private final Environment environment;

    Keys(Environment environment) {
        this.environment = environment;
    }

    /** Those of this environment, each with what tells it from others, where that says nothing of the key. */
    List<Manifest.Key> needed() {
        List<Manifest.Key> keys = new ArrayList<>();
        keys.add(new Manifest.Key(CITIZEN, environment.find(CITIZEN).map(Resealing::idOf).orElse(null)));
        others().forEach(other -> keys.add(new Manifest.Key(OTHERS, Resealing.idOf(other))));
        environment.find(KEYSTORE).ifPresent(file -> keys.add(new Manifest.Key(KEYSTORE, BackupFolder.sumOf(Path.of(file)).map("sha256:"::concat).orElse(null))));
        SECRETS.forEach(name -> environment.find(name).ifPresent(secret -> keys.add(new Manifest.Key(name, null))));
        return keys;
    }

    /** @throws Refusal conflict, where no key of this environment sealed the mark */
    void require(byte[] mark) {
        if (mark != null && !resealing().isOurText(mark)) {
            throw Refusal.conflict("%s không phải là khóa của bản sao này: hãy đặt khóa mà hệ thống dùng lúc sao lưu".formatted(CITIZEN));
        }
    }

    /** @return how many sealed numbers and texts were opened, one after the other. @throws Refusal conflict, where one does not open */
    long open(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        var jdbc = JdbcClient.create(template);
        var places = SealedPlaces.of(jdbc);
        var resealing = resealing();
        // PostgreSQL gives rows by and by within a transaction alone
        return new TransactionTemplate(new DataSourceTransactionManager(database)).execute(status ->
                open(jdbc, places.ciphers(), resealing::isOurs) + open(jdbc, places.texts(), resealing::isOurText));
    }

    private static long open(JdbcClient jdbc, List<Place> places, Predicate<byte[]> ours) {
        return places.stream().mapToLong(place -> {
            try (var values = jdbc.sql("select %1$s from %2$s where %1$s is not null".formatted(place.column(), place.table()))
                    .query(byte[].class).stream()) {
                return values.mapToLong(value -> {
                    if (!ours.test(value)) {
                        throw Refusal.conflict("%s không mở được dữ liệu đã mã hóa trong bảng %s".formatted(CITIZEN, place.table()));
                    }
                    return 1;
                }).sum();
            }
        }).sum();
    }

    private Resealing resealing() {
        var key = environment.require(CITIZEN);
        requireKey(CITIZEN, key);
        return Resealing.within(key, others());
    }

    private List<String> others() {
        var keys = environment.list(OTHERS);
        keys.forEach(key -> requireKey(OTHERS, key));
        return keys;
    }

    private static void requireKey(String variable, String key) {
        if (!Resealing.isKey(key)) {
            throw Refusal.malformed(variable, "%s không phải là khóa: khóa là 32 byte viết theo base64".formatted(variable));
        }
    }
}
