package vn.phongtrao.citizen;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends a start whose key is not the one that sealed the numbers of the database: no person would be found any more, and each
 * could be entered a second time.
 */
@Component
class KeyCheck {

    private static final String MARK = "citizen_key";

    private final JdbcClient jdbc;

    /** @throws WrongCitizenKey for another key */
    KeyCheck(CitizenVault vault, JdbcClient jdbc) {
        this.jdbc = jdbc;
        if (marks().isEmpty()) {
            require(numbers().allMatch(vault::sealedNumber));
            jdbc.sql("insert into citizen_key (sealed) values (?) on conflict do nothing").param(vault.sealText(MARK)).update();
        }
        require(marks().stream().allMatch(vault::sealedText));
    }

    private List<byte[]> marks() {
        return jdbc.sql("select sealed from citizen_key").query(byte[].class).list();
    }

    /** One of each table that has any: an earlier version left no mark. */
    private Stream<byte[]> numbers() {
        return jdbc.sql("""
                        select quote_ident(table_name) from information_schema.columns
                        where column_name = 'citizen_cipher' and table_schema = current_schema()""").query(String.class).list()
                .stream().flatMap(table -> jdbc.sql("select citizen_cipher from %s where citizen_cipher is not null limit 1"
                        .formatted(table)).query(byte[].class).list().stream());
    }

    private static void require(boolean ours) {
        if (!ours) {
            throw new WrongCitizenKey();
        }
    }
}
