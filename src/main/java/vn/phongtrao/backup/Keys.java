package vn.phongtrao.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;

/** The keys that a backup is worth nothing without. They are kept elsewhere. */
final class Keys {

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

    /** @return how many sealed numbers and texts were opened. @throws Refusal conflict, where one does not open */
    long open(JdbcClient jdbc) {
        var resealing = resealing();
        long opened = 0;
        for (var column : sealed(jdbc)) {
            var number = column.name().equals("citizen_cipher");
            for (var value : jdbc.sql("select %1$s from %2$s where %1$s is not null".formatted(column.name(), column.tableName()))
                    .query(byte[].class).list()) {
                if (!(number ? resealing.isOurs(value) : resealing.isOurText(value))) {
                    throw Refusal.conflict("%s không mở được dữ liệu đã mã hóa trong bảng %s".formatted(CITIZEN, column.tableName()));
                }
                opened++;
            }
        }
        return opened;
    }

    private record Sealed(String tableName, String name) {
    }

    private static List<Sealed> sealed(JdbcClient jdbc) {
        return jdbc.sql("""
                select quote_ident(table_name) as table_name, quote_ident(column_name) as name from information_schema.columns
                where table_schema = 'public' and data_type = 'bytea' and table_name <> 'citizen_key'
                  and (column_name in ('citizen_cipher', 'secret', 'former_secret') or column_name like 'sealed%')
                order by 1, 2""").query(Sealed.class).list();
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
