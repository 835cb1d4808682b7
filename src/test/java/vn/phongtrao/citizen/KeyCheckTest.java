package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import vn.phongtrao.local.LocalPostgres;

class KeyCheckTest {

    private final CitizenVault ours = vault((byte) 1);
    private final CitizenVault another = vault((byte) 2);
    private JdbcClient jdbc;

    @BeforeEach
    void emptyDatabase() {
        jdbc = JdbcClient.create(new DriverManagerDataSource(LocalPostgres.shared().freshDatabase(), LocalPostgres.USER, ""));
        jdbc.sql("create table citizen_key (only_one boolean primary key default true check (only_one), sealed bytea not null)").update();
        jdbc.sql("create table nominee (citizen_cipher bytea)").update();
    }

    private static CitizenVault vault(byte first) {
        var key = new byte[32];
        key[0] = first;
        return new CitizenVault(new CitizenProperties(Base64.getEncoder().encodeToString(key)));
    }

    @Test
    void theFirstKeyOfADatabaseIsTheOnlyOneThatStartsLater() {
        new KeyCheck(ours, jdbc);

        assertThatCode(() -> new KeyCheck(ours, jdbc)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new KeyCheck(another, jdbc)).isInstanceOf(WrongCitizenKey.class)
                .hasMessageContaining("PHONGTRAO_CITIZEN_KEY").hasNoCause();
    }

    @Test
    void numbersOfAnEarlierVersionAreOpenedByTheirOwnKeyAlone() {
        jdbc.sql("insert into nominee values (null), (?)").param(ours.sealedAs("000000000123", "0********123").cipher()).update();

        assertThatThrownBy(() -> new KeyCheck(another, jdbc)).isInstanceOf(WrongCitizenKey.class);
        assertThatCode(() -> new KeyCheck(ours, jdbc)).doesNotThrowAnyException();
    }
}
