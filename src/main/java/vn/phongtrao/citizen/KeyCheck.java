package vn.phongtrao.citizen;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends a start whose key is not the one that sealed the numbers of the database: no person would be found any more, and each
 * could be entered a second time.
 */
@Component
class KeyCheck {

    private static final String MARK = "citizen_key";

    private final CitizenVault vault;
    private final JdbcClient jdbc;

    /** @throws WrongCitizenKey for another key */
    KeyCheck(CitizenVault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
        if (marks().isEmpty()) {
            numbered().forEach(table -> requireOurs(jdbc.sql("select citizen_cipher from %s where citizen_cipher is not null limit 1"
                    .formatted(table)).query(byte[].class).list()));
            jdbc.sql("insert into citizen_key (sealed) values (?) on conflict do nothing").param(vault.sealText(MARK)).update();
        }
        marks().forEach(this::requireMarkOurs);
    }

    private List<byte[]> marks() {
        return jdbc.sql("select sealed from citizen_key").query(byte[].class).list();
    }

    /** Tables of an earlier version, which left no mark. */
    private List<String> numbered() {
        return jdbc.sql("""
                select quote_ident(table_name) from information_schema.columns
                where column_name = 'citizen_cipher' and table_schema = current_schema()""").query(String.class).list();
    }

    private void requireOurs(List<byte[]> ciphers) {
        ciphers.forEach(cipher -> open(() -> vault.open(new SealedNumber(cipher, null, null))));
    }

    private void requireMarkOurs(byte[] mark) {
        open(() -> vault.openText(mark));
    }

    private static void open(Runnable sealed) {
        try {
            sealed.run();
        } catch (IllegalStateException another) {
            throw new WrongCitizenKey();
        }
    }
}
