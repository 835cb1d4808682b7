package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.refusal.Refusal;

class HamletsTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final UnitPath PATH = COMMUNE.child("31813-90");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
    private final MovableClock clock = new MovableClock("2024-07-31");
    private final Hamlets hamlets = new SqlHamlets(jdbc, clock);

    @Test
    void aHamletThatWasClosedKeepsItsNameButNothingBeginsInIt() {
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from, valid_to)
                values (?, ?, '31813-90', 'Khóm Mẫu', '2020-01-01', '2024-07-31')""").params(PATH.value(), COMMUNE.value()).update();
        assertThat(hamlets.inForce(PATH)).isPresent();

        clock.moveTo("2024-08-01");

        assertThat(hamlets.find(PATH)).map(Hamlet::name).contains("Khóm Mẫu");
        assertThat(hamlets.inForce(PATH)).isEmpty();
        assertThat(hamlets.of(COMMUNE)).extracting(Hamlet::path).doesNotContain(PATH);
        assertThatThrownBy(() -> hamlets.require(COMMUNE, "31813-90")).isInstanceOf(Refusal.class);
    }
}
