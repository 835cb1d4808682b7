package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.JurisdictionsOnFile;
import vn.phongtrao.commendation.Blanks.Range;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Which blank certificates an authority takes in, on 1 July 2024. */
@SpringJUnitWebConfig(BlanksTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class BlanksTest {

    private static final String COMMUNE = "95/954/31813";
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);
    private static final Officer CLERK = Officer.of("clerk", List.of(COMMUNE + "/committee-clerk", "95/committee-clerk"));

    @HttpSlice
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @ComponentScan("vn.phongtrao.unit")
    @Import({TestTables.class, Blanks.class, FormsGiven.class, CertificateKeepers.class})
    static class Slice {

        @Bean
        Jurisdictions jurisdictions(Units units) {
            return JurisdictionsOnFile.in(units);
        }

        @Bean
        CurrentOfficer officer() {
            return () -> CLERK;
        }
    }

    @Autowired
    private Blanks blanks;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void empty(@Autowired JdbcClient jdbc) {
        jdbc.sql("delete from blank_certificate").update();
        clock.moveTo("2024-07-01");
    }

    /** What it forwards to the Minister, the Prime Minister or the Party is not its to print; biểu dương, no form of the law, is last. */
    @ParameterizedTest
    @CsvSource({COMMUNE + ", committee-chair, commune-certificate commendation-letter", "95/954, committee-chair, district-certificate",
            "95, committee-chair, province-flag province-merit", "95, police-chief, police-director-certificate",
            COMMUNE + ", police-chief, ''"})
    void blanksComeInForTheFormsThatTheAuthorityDecidesOn(String unit, String position, String forms) {
        assertThat(String.join(" ", blanks.forms(UnitPath.of(unit), position))).isEqualTo(forms);
    }

    @ParameterizedTest
    @CsvSource({COMMUNE + ", prime-minister-merit", COMMUNE + ", province-merit", "95, prime-minister-merit", "95, commune-certificate"})
    void blanksOfWhatAnotherGivesAreRefused(String unit, String form) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> receive(unit, form)).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
            assertThat(refusal.field()).hasValue("form");
            assertThat(refusal.getMessage()).contains(AwardForm.name(form));
        });
    }

    @Test
    void blanksOfItsOwnComeIn() {
        assertThat(receive(COMMUNE, "commune-certificate").blanks()).isEqualTo(2);
        assertThat(receive("95", "province-merit").blanks()).isEqualTo(2);
    }

    private Blanks.Done receive(String unit, String form) {
        return blanks.receive(new Range(UnitPath.of(unit), "committee-chair", form, "AB01", "AB02"), TODAY, "Sở Nội vụ", CLERK);
    }
}
