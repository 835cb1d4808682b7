package vn.phongtrao.reorganisation;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.refusal.Refusal;

/** Rows with citizen numbers and personal texts that another deployment sealed with its own key. */
final class SealedRows {

    /** Where a person is known by the digest alone, in a text that begins like this. */
    private static final String SUBJECT = "citizen:";

    private final JdbcClient jdbc;
    private final Schema schema;
    private final String prefix;
    private final Resealing resealing;

    /** @param prefix what the names of the tables begin with */
    SealedRows(JdbcClient jdbc, Schema schema, String prefix, Resealing resealing) {
        this.jdbc = jdbc;
        this.schema = schema;
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
        var numbered = having("citizen_cipher");
        numbered.forEach(table -> opened(table, () -> sealNumbers(table)));
        jdbc.sql("create temp table digest_anew on commit drop as select distinct was, digest from sealed_anew").update();
        numbered.forEach(table -> jdbc.sql("update %s%s row set citizen_cipher = new_cipher from sealed_anew where cipher = citizen_cipher"
                .formatted(prefix, table)).update());
        having("citizen_digest").forEach(table -> jdbc.sql("""
                update %s%s row set citizen_digest = digest from digest_anew where was = citizen_digest"""
                .formatted(prefix, table)).update());
        List.of("nominee", "award").forEach(table -> jdbc.sql("""
                update %s%s row set subject = :subject || encode(digest, 'hex') from digest_anew
                where subject = :subject || encode(was, 'hex')""".formatted(prefix, table)).param("subject", SUBJECT).update());
        opened("plain_content", this::sealTexts);
        return having("citizen_digest").stream().mapToLong(table -> jdbc.sql("""
                select count(*) from %s%s where citizen_digest is not null and citizen_digest not in (select digest from digest_anew)"""
                .formatted(prefix, table)).query(Long.class).single()).sum();
    }

    private static void opened(String table, Runnable seal) {
        try {
            seal.run();
        } catch (IllegalStateException another) {
            throw Refusal.conflict(("Khóa PHONGTRAO_JOIN_CITIZEN_KEY không mở được dữ liệu đã mã hóa trong bảng %s của cơ sở dữ liệu kia;"
                    + " hãy đặt đúng khóa mà hệ thống kia đang dùng").formatted(table));
        }
    }

    /** Whether the key of this deployment sealed what each table has, as far as it has any. */
    boolean areOurs() {
        return having("citizen_cipher").stream().flatMap(table -> one("citizen_cipher", table)).allMatch(resealing::isOurs)
                && one("sealed", "plain_content").allMatch(resealing::isOurText);
    }

    private Stream<byte[]> one(String column, String table) {
        return jdbc.sql("select %1$s from %2$s%3$s where %1$s is not null limit 1".formatted(column, prefix, table)).query(byte[].class)
                .optional().stream();
    }

    private List<String> having(String column) {
        return schema.inOrder().stream().filter(table -> table.has(column)).map(Schema.Table::name).toList();
    }

    private void sealNumbers(String table) {
        jdbc.sql("""
                select distinct citizen_cipher as cipher, citizen_digest as digest, null as mask from %s%s
                where citizen_cipher is not null""".formatted(prefix, table)).query(SealedNumber.class).list().forEach(row -> {
                    var sealed = resealing.number(row);
                    jdbc.sql("insert into sealed_anew values (?, ?, ?, ?) on conflict do nothing")
                            .params(row.cipher(), row.digest(), sealed.cipher(), sealed.digest()).update();
                });
    }

    private void sealTexts() {
        jdbc.sql("select dossier_number, sealed from %splain_content where sealed is not null".formatted(prefix))
                .query((row, index) -> new Text(row.getString("dossier_number"), row.getBytes("sealed"))).list()
                .forEach(text -> jdbc.sql("update %splain_content set sealed = ? where dossier_number = ?".formatted(prefix))
                        .params(resealing.text(text.sealed()), text.dossier()).update());
    }

    private record Text(String dossier, byte[] sealed) {
    }
}
