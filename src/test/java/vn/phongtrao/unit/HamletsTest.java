package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.refusal.Refusal;

class HamletsTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final UnitPath PATH = COMMUNE.child("31813-90");

    private static final UnitPath SUCCESSOR = UnitPath.of("95/956/31843");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
    private final MovableClock clock = new MovableClock("2024-07-31");
    private final Catalogue units = new Catalogue(jdbc, new UnitProperties("bac-lieu-2024"), clock);
    private final Hamlets hamlets = new SqlHamlets(units, jdbc, clock);

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

    @Test
    void aCommuneHasTheHamletsOfThoseThatEndedAndWhoseBusinessItDoesAfterItsOwn() {
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from)
                values (?, ?, '31813-90', 'Khóm Mẫu', '2020-01-01'),
                       ('95/956/31843/31843-99', '95/956/31843', '31843-99', 'Khóm của mình', '2020-01-01')""")
                .params(PATH.value(), COMMUNE.value()).update();
        assertThat(hamlets.of(SUCCESSOR)).extracting(Hamlet::communePath).containsOnly(SUCCESSOR);

        new EndedUnits(units, jdbc).end(COMMUNE.value(), LocalDate.of(2024, 7, 30), "95/956/31843");

        assertThat(hamlets.of(SUCCESSOR)).extracting(Hamlet::code).contains("31813-90").startsWith(
                hamlets.of(SUCCESSOR).stream().map(Hamlet::code).filter(code -> code.startsWith("31843"))
                .toArray(String[]::new));
        assertThat(hamlets.require(SUCCESSOR, "31813-90").path()).isEqualTo(PATH);
    }
}
