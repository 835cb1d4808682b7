package vn.phongtrao.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;

/** That the keys open what was restored, wherever it lies. */
class KeysTest {

    private static final String KEY = "a2V5LW9mLWJhYy1saWV1LWtleS1vZi1iYWMtbGlldS0=";

    @Test
    void whateverAColumnIsCalledWhatIsSealedInItHasToOpen() {
        try (var database = TestDatabase.create()) {
            var keys = new Keys(new Environment(Map.of("PHONGTRAO_CITIZEN_KEY", KEY)));
            assertThat(keys.open(database)).isZero();

            var jdbc = JdbcClient.create(database);
            jdbc.sql("create table later (remark bytea)").update();
            jdbc.sql("comment on column later.remark is 'sealed text'").update();
            jdbc.sql("insert into later values (decode(repeat('0a', 40), 'hex'))").update();

            assertThatThrownBy(() -> keys.open(database)).isInstanceOf(Refusal.class).hasMessageContaining("bảng later");
        }
    }
}
