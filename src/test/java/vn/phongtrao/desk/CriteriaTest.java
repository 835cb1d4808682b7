package vn.phongtrao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.desk.RegisterPage.Filter;
import vn.phongtrao.desk.RegisterPage.Value;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class CriteriaTest {

    private static final Locale LANGUAGE = Locale.forLanguageTag("vi");

    private final RegisterShelf shelf = mock(RegisterShelf.class);
    private final Units units = mock(Units.class);
    private final StaticMessageSource texts = new StaticMessageSource();
    private final Criteria criteria = new Criteria(shelf, texts, units);

    @BeforeEach
    void aRegister() {
        LocaleContextHolder.setLocale(LANGUAGE);
        texts.addMessages(Map.of("column.unit", "Đơn vị", "column.decided-on", "Ngày quyết định", "column.from",
                "Từ ngày", "paid.true", "Đã chi", "column.paid", "Tình trạng chi", "query.asking", "{0}: {1}",
                "query.sorted", "sắp xếp theo {0}", "query.sorted-down", "sắp xếp theo {0}, giảm dần"), LANGUAGE);
        when(shelf.all()).thenReturn(List.of(new RegisterPage(1, "awards", "/api/awards", null,
                List.of(new Column("decidedOn", "column.decided-on", "date", null, "decidedOn", null, null)),
                List.of(new Filter("unit", "column.unit", "unit", null, null, null),
                        new Filter("from", "column.from", "date", null, null, null),
                        new Filter("paid", "column.paid", null, List.of(new Value("paid.true")), null, null)),
                null, false, null, null, false)));
        var path = UnitPath.of("95/954/31813");
        when(units.find(path)).thenReturn(Optional.of(new Unit(path, Tier.COMMUNE, "Phường 2", "phường 2", null,
                null)));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatWasChosenReadsAsOnThePage() {
        assertThat(criteria.inWords("awards", "from=2024-07-01; paid=true; sort=decidedOn,desc; unit=95/954/31813"))
                .isEqualTo("Từ ngày: 01/07/2024; Tình trạng chi: Đã chi; sắp xếp theo Ngày quyết định, giảm dần; "
                        + "Đơn vị: Phường 2");
        assertThat(criteria.inWords("awards", "sort=decidedOn")).isEqualTo("sắp xếp theo Ngày quyết định");
    }

    @Test
    void whatThePageHasNoWordForStays() {
        assertThat(criteria.inWords("awards", "sort=other; else=…; from=x")).isEqualTo("sort=other; else=…; Từ ngày: x");
        assertThat(criteria.inWords("gone", "sort=decidedOn")).isEqualTo("sort=decidedOn");
        assertThat(criteria.inWords("awards", "")).isEmpty();
    }
}
