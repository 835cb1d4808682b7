package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.refusal.Refusal;

class CatalogueTest {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.create());

    private final Catalogue bacLieu = catalogue("bac-lieu-2024", "2024-07-01");
    private final Catalogue caMau = catalogue("ca-mau-2025", "2025-07-01");

    @Test
    void bacLieuHasThreeTiers() {
        assertThat(bacLieu.inForce(LocalDate.of(2024, 7, 1)).filter(unit -> unit.tier() == Tier.DISTRICT)).hasSize(7);
        assertThat(bacLieu.inForce(LocalDate.of(2024, 7, 1)).filter(unit -> unit.tier() == Tier.COMMUNE)).hasSize(64);
        assertThat(bacLieu.lineage(UnitPath.of("95/956/31843"))).extracting(Unit::fullName)
                .containsExactly("Thị trấn Ngan Dừa", "Huyện Hồng Dân", "Tỉnh Bạc Liêu");
    }

    @Test
    void caMauHasTwoTiers() {
        assertThat(caMau.inForce(LocalDate.of(2025, 7, 1))).hasSize(65).noneMatch(unit -> unit.tier() == Tier.DISTRICT);
        assertThat(caMau.lineage(UnitPath.of("96/31825"))).extracting(Unit::fullName)
                .containsExactly("Phường Bạc Liêu", "Tỉnh Cà Mau");
        assertThat(caMau.atTier(UnitPath.of("96/31825"), Tier.DISTRICT)).isEmpty();
    }

    @Test
    void withinASentenceTheKindOfUnitIsSmallUnlessItsNameIsANumberOrAPerson() {
        assertThat(bacLieu.lineage(UnitPath.of("95/956/31843"))).extracting(Unit::name)
                .containsExactly("thị trấn Ngan Dừa", "huyện Hồng Dân", "tỉnh Bạc Liêu");
        assertThat(bacLieu.require(UnitPath.of("95/954")).name()).isEqualTo("thành phố Bạc Liêu");
        assertThat(bacLieu.require(UnitPath.of("95/954/31813")).name()).isEqualTo("Phường 2");
        assertThat(caMau.require(UnitPath.of("96/32014")).name()).isEqualTo("Phường Lý Văn Lâm");
        assertThat(caMau.require(UnitPath.of("96/31825")).name()).isEqualTo("phường Bạc Liêu");
    }

    @Test
    void aUnitIsFoundAtEachTierAboveIt() {
        assertThat(bacLieu.atTier(UnitPath.of("95/954/31813"), Tier.COMMUNE)).map(Unit::fullName).hasValue("Phường 2");
        assertThat(bacLieu.atTier(UnitPath.of("95/954/31813"), Tier.DISTRICT)).map(Unit::path)
                .hasValue(UnitPath.of("95/954"));
        assertThat(bacLieu.atTier(UnitPath.of("95/954/31813"), Tier.PROVINCE)).map(Unit::path)
                .hasValue(UnitPath.of("95"));
        assertThat(bacLieu.atTier(UnitPath.of("95"), Tier.COMMUNE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31813                          | 95/954/31813
            95/954/31813                   | 95/954/31813
            Phường 2                       | 95/954/31813
            phường 2, THÀNH PHỐ bạc liêu   | 95/954/31813
            Thị trấn Ngan Dừa              | 95/956/31843
            Thị trấn Ngan Dừa, Phường 2    |
            Tỉnh Cà Mau                    |
            Phường                         |""")
    void aUnitIsCalledByPathCodeOrNameWithThatOfTheUnitAbove(String text, String path) {
        assertThat(bacLieu.called(text)).extracting(unit -> unit.path().value())
                .isEqualTo(path == null ? List.of() : List.of(path));
    }

    @Test
    void unitsOfOneNameAreToldApartByTheUnitAbove() {
        assertThat(bacLieu.called("Phường 1")).extracting(unit -> unit.path().parent().orElseThrow().value())
                .containsExactlyInAnyOrder("95/954", "95/959");
        assertThat(bacLieu.called("Phường 1, thành phố Bạc Liêu")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "954", "95/954/31843", "96", "96/31825"})
    void unitsThatAreNotOfTheProvinceAreNotFound(String path) {
        assertThat(bacLieu.find(UnitPath.of(path))).isEmpty();
        assertThatThrownBy(() -> bacLieu.lineage(UnitPath.of(path)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void theUnitsOfANeighbourThatIsInForceTooAreNotFound() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        jdbc.sql("insert into unit values ('950', 'province', 'Tỉnh Mẫu', '2004-01-01', null, 'tỉnh Mẫu')").update();

        var units = new Catalogue(jdbc, new UnitProperties("bac-lieu-2024"), new MovableClock("2024-07-01"));

        assertThat(units.find(UnitPath.of("950"))).isEmpty();
        assertThat(units.inForce(LocalDate.of(2024, 7, 1))).extracting(Unit::path).doesNotContain(UnitPath.of("950"))
                .contains(UnitPath.of("95"));
    }

    @Test
    void theUnitsOfAProvinceEndWithTheirLastDay() {
        var clock = new MovableClock("2025-06-30");
        var units = new Catalogue(JDBC, new UnitProperties("bac-lieu-2024"), clock);
        assertThat(units.find(UnitPath.of("95/954/31813"))).isPresent();

        clock.moveTo("2025-07-01");

        assertThat(units.inForce(UnitPath.of("95/954/31813"))).isEmpty();
        assertThat(units.find(UnitPath.of("95/954/31813"))).as("for ever").isPresent();
    }

    @Test
    void aUnitThatHasEndedIsFoundUnderTheProvinceThatTookItOver() {
        assertThat(caMau.find(UnitPath.of("95/954/31813"))).map(Unit::fullName).contains("Phường 2");
        assertThat(caMau.inForce(UnitPath.of("95/954/31813"))).isEmpty();
        assertThat(caMau.find(UnitPath.of("95/954"))).as("a district without a successor").isPresent();
    }

    @Test
    void theSuccessorIsInChargeFromTheDayAfterTheLast() {
        assertThat(caMau.inCharge(UnitPath.of("95/954/31813"), LocalDate.of(2025, 6, 30))).map(Unit::path)
                .contains(UnitPath.of("95/954/31813"));
        assertThat(caMau.inCharge(UnitPath.of("95/954/31813"), LocalDate.of(2025, 7, 1))).map(Unit::path)
                .contains(UnitPath.of("96/31825"));
        assertThat(caMau.inCharge(UnitPath.of("95/954"), LocalDate.of(2025, 7, 1))).as("a tier that is no more")
                .map(Unit::path).contains(UnitPath.of("96"));
        assertThat(caMau.inCharge(UnitPath.of("96/31825"), LocalDate.of(2025, 6, 30))).as("before it began").isEmpty();
        assertThat(caMau.endedUnder(UnitPath.of("96/31825")))
                .contains(UnitPath.of("95/954/31813"), UnitPath.of("95/954/31816"))
                .doesNotContain(UnitPath.of("95/954/31831"));
    }

    @Test
    void aCommuneThatEndsInItsProvinceLeavesItsBusinessToItsSuccessor() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var clock = new MovableClock("2024-07-01");
        var units = new Catalogue(jdbc, new UnitProperties("bac-lieu-2024"), clock);
        jdbc.sql("update unit set valid_to = '2024-07-31' where path = '95/954/31813'").update();
        jdbc.sql("insert into unit_successor (old_path, new_path) values ('95/954/31813', '95/954/31816')").update();
        units.read();
        assertThat(units.endedUnder(UnitPath.of("95/954/31816"))).isEmpty();

        clock.moveTo("2024-08-01");

        assertThat(units.inForce(UnitPath.of("95/954/31813"))).isEmpty();
        assertThat(units.inCharge(UnitPath.of("95/954/31813"), LocalDate.now(clock))).map(Unit::path)
                .contains(UnitPath.of("95/954/31816"));
        assertThat(units.endedUnder(UnitPath.of("95/954/31816"))).containsExactly(UnitPath.of("95/954/31813"));
    }

    @ParameterizedTest
    @CsvSource({"bac-lieu-2024, 2025-07-01", "ca-mau-2025, 2025-06-30"})
    void aProvinceThatIsNotInForceIsNotServed(String province, String day) {
        assertThatThrownBy(() -> catalogue(province, day))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class).hasMessageContaining("in force");
    }

    @Test
    void anUnknownProvinceIsNotServed() {
        assertThatThrownBy(() -> catalogue("soc-trang", "2024-07-01"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("bac-lieu-2024, ca-mau-2025");
    }

    @Test
    void everyOldCommuneHasOneSuccessorWithAnotherPath() {
        assertThat(bacLieu.inForce(LocalDate.of(2024, 7, 1)).filter(unit -> unit.tier() == Tier.COMMUNE))
                .allSatisfy(unit -> assertThat(bacLieu.successors(unit)).hasSize(1)
                        .allMatch(successor -> UnitPath.of("96").covers(successor.path())));
        assertThat(bacLieu.successors(bacLieu.require(UnitPath.of("95/954/31813")))).extracting(Unit::fullName)
                .containsExactly("Phường Bạc Liêu");
        assertThat(caMau.predecessors(caMau.require(UnitPath.of("96/31825")))).extracting(Unit::fullName)
                .containsExactly("Phường 2", "Phường 3", "Phường 7", "Phường 1", "Phường 8");
    }

    @Test
    void namesAreComposedUnicode() {
        assertThat(JDBC.sql("select full_name from unit").query(String.class).list())
                .hasSize(137).allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
    }

    @Test
    void everyUnitButAProvinceLiesInAnother() {
        assertThat(JDBC.sql("""
                select path from unit child where tier <> 'province' and not exists (
                    select 1 from unit parent where parent.path = regexp_replace(child.path, '/[^/]+$', ''))""")
                .query(String.class).list()).isEmpty();
    }

    private static Catalogue catalogue(String province, String day) {
        var catalogue = new Catalogue(JDBC, new UnitProperties(province), new MovableClock(day));
        catalogue.afterSingletonsInstantiated();
        return catalogue;
    }
}
