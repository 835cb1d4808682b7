package vn.phongtrao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.desk.RegisterPage.Value;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A register as rows of cells says what its page says. */
class RegisterSheetTest {

    private static final RegisterPage REGISTER = new RegisterPage(1, "some", "/api/some", "name", List.of(
            new Column("name", "column.name", null, null, null, "/dossiers/{name}", null),
            new Column("kind", "column.kind", null, List.of(new Value("kind.one")), null, null, null),
            new Column("unitPath", "column.unit", "unit", null, null, null, null),
            new Column("on", "column.on", "date", null, null, null, null),
            new Column("at", "column.at", "date", null, null, null, null),
            new Column("moment", "column.moment", "time", null, null, null, null),
            new Column("year", "column.year", "year", null, null, null, null),
            new Column("share", "column.share", "share", null, null, null, null),
            new Column("bonus", "column.bonus", "number", null, null, null, null),
            new Column("places", "column.places", null, null, null, null, null),
            new Column("id", "column.papers", null, null, null, "/api/{id}", "column.download")),
            List.of(), null, false, null, null, false);

    record Row(long id, String name, String kind, String unitPath, LocalDate on, Instant at, Instant moment,
               int year, BigDecimal share, Long bonus, List<String> places, String citizenId) {
    }

    private final StaticMessageSource texts = new StaticMessageSource();
    private final Units units = mock(Units.class);
    private final RegisterSheet sheet = new RegisterSheet(JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build(), texts, units,
            Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));

    private RegisterSheet.Layout layout(Locale language) {
        for (var key : List.of("register.some", "column.name", "column.kind", "column.unit", "column.on", "column.at",
                "column.bonus", "column.places", "kind.one", "column.moment", "column.year", "column.share")) {
            texts.addMessage(key, language, key + " " + language);
        }
        return sheet.of(REGISTER, language);
    }

    @Test
    void headingsAndValuesAreInTheReadersLanguage() {
        assertThat(layout(Locale.ENGLISH).head()).hasSize(10).startsWith("column.name en", "column.kind en");
        assertThat(layout(Locale.ENGLISH).cells(row("one")).get(1)).isEqualTo(Cell.text("kind.one en"));
        assertThat(layout(Locale.forLanguageTag("vi")).cells(row("one")).get(1)).isEqualTo(Cell.text("kind.one vi"));
        assertThat(layout(Locale.ENGLISH).cells(row("two")).get(1)).as("without a word").isEqualTo(Cell.text("two"));
    }

    @Test
    void aColumnThatOnlyLeadsSomewhereAndWhatThePageDoesNotShowStayAway() {
        var layout = layout(Locale.ENGLISH);

        assertThat(layout.cells(row("one"))).hasSameSizeAs(layout.head()).extracting(Cell::text)
                .doesNotContain("7", "095080450911");
    }

    @Test
    void unitsAreNamedWhetherInForceOrNot() {
        var unit = mock(Unit.class);
        when(unit.fullName()).thenReturn("Phường 2");
        when(units.find(UnitPath.of("95/954/31813"))).thenReturn(Optional.of(unit));

        assertThat(layout(Locale.ENGLISH).cells(row("one")).get(2)).isEqualTo(Cell.text("Phường 2"));
    }

    @Test
    void daysAreDaysAndTimesTheDayHere() {
        assertThat(layout(Locale.ENGLISH).cells(row("one")).subList(3, 5)).containsExactly(
                Cell.day(LocalDate.of(2024, 7, 1)), Cell.day(LocalDate.of(2024, 7, 2)));
    }

    @Test
    void aTimeHasItsHourAYearIsANumberAndAShareIsInPercent() {
        assertThat(layout(Locale.ENGLISH).cells(row("one")).subList(5, 8)).containsExactly(
                Cell.text("02/07/2024 01:05"), Cell.number(BigDecimal.valueOf(2024)),
                Cell.number(new BigDecimal("93.75")));
    }

    @Test
    void numbersAreNumbersListsAreTextAndNothingIsBlank() {
        assertThat(layout(Locale.ENGLISH).cells(row("one")).subList(8, 10)).containsExactly(
                Cell.number(new BigDecimal(936_000)), Cell.text("Ấp 1, Ấp 2"));
        assertThat(layout(Locale.ENGLISH).cells(new Row(7, "x", null, "95", null, null, null, 2024, null, null, null, null))
                .subList(7, 10)).containsOnly(Cell.BLANK);
    }

    private static Row row(String kind) {
        return new Row(7, "Nguyễn Văn Mẫu", kind, "95/954/31813", LocalDate.of(2024, 7, 1),
                Instant.parse("2024-07-01T18:00:00Z"),
                Instant.parse("2024-07-01T18:05:00Z"), 2024, new BigDecimal("0.9375"), 936_000L, List.of("Ấp 1", "Ấp 2"), "095080450911");
    }
}
