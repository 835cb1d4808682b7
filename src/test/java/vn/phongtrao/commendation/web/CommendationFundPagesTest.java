package vn.phongtrao.commendation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.ui.ExtendedModelMap;

import vn.phongtrao.MovableClock;
import vn.phongtrao.commendation.FundBook;
import vn.phongtrao.commendation.FundRegister;
import vn.phongtrao.commendation.FundRegister.Due;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class CommendationFundPagesTest {

    private static final UnitPath UNIT = UnitPath.of("95");

    @ParameterizedTest
    @CsvSource({"1, false", "200, false", "201, true"})
    void aPageThatHasNoRoomForAllThatIsToBePaidSaysSo(int awards, boolean more) {
        var register = mock(FundRegister.class);
        var book = mock(FundBook.class);
        var officer = Officer.of("clerk", List.of(UNIT + "/committee-clerk"));
        when(book.kept(officer)).thenReturn(List.of(new FundBook.Kept(UNIT, "Tỉnh Mẫu", "province", "Quỹ cấp tỉnh")));
        when(register.funds(any(), any(), any())).thenReturn(Page.empty());
        when(register.payments(any(), any(), any(), any())).thenReturn(Page.empty());
        when(register.awards(any(), eq(false), any(), any(), any())).thenAnswer(call -> {
            Pageable page = call.getArgument(4);
            return new PageImpl<>(IntStream.range(0, Math.min(awards, page.getPageSize()))
                    .mapToObj(CommendationFundPagesTest::due).toList(), page, awards);
        });
        var model = new ExtendedModelMap();

        new CommendationFundPages(register, book, mock(Units.class), () -> officer, new MovableClock("2024-07-01"))
                .page(null, model);

        assertThat(model.get("more")).isEqualTo(more);
        assertThat((List<?>) model.get("decisions")).hasSize(1);
    }

    @Test
    void whatWasPaidOfADecisionOnADayStandsTogether() {
        var register = mock(FundRegister.class);
        var book = mock(FundBook.class);
        var officer = Officer.of("clerk", List.of(UNIT + "/committee-clerk"));
        when(book.kept(officer)).thenReturn(List.of(new FundBook.Kept(UNIT, "Tỉnh Mẫu", "province", "Quỹ cấp tỉnh")));
        when(register.funds(any(), any(), any())).thenReturn(Page.empty());
        when(register.awards(any(), any(), any(), any(), any())).thenReturn(Page.empty());
        when(register.payments(any(), any(), any(), any())).thenReturn(new PageImpl<>(List.of(
                payment(4, "06/QĐ-UBND", 2), payment(3, "05/QĐ-UBND", 2), payment(2, "06/QĐ-UBND", 2),
                payment(1, "06/QĐ-UBND", 1))));
        var model = new ExtendedModelMap();

        new CommendationFundPages(register, book, mock(Units.class), () -> officer, new MovableClock("2024-07-01"))
                .page(null, model);

        assertThat(model.get("paid")).asInstanceOf(InstanceOfAssertFactories.list(CommendationFundPages.Paid.class))
                .extracting(CommendationFundPages.Paid::number, paid -> paid.payments().size(),
                        CommendationFundPages.Paid::bonus)
                .containsExactly(tuple("06/QĐ-UBND", 2, 2_000_000L), tuple("05/QĐ-UBND", 1, 1_000_000L),
                        tuple("06/QĐ-UBND", 1, 1_000_000L));
    }

    private static FundRegister.Payment payment(int id, String decision, int day) {
        return new FundRegister.Payment(id, id, decision, "Nguyễn Văn Mẫu", UNIT, "province", "Quỹ cấp tỉnh", 2024,
                1_000_000, LocalDate.of(2024, 6, day), "clerk", "Lê Thị Mẫu", LocalDate.of(2024, 6, day), null, null,
                null, null);
    }

    private static Due due(int index) {
        return new Due(index, DossierNumber.of("KT-95-2024-00001"), 1L, "05/QĐ-UBND", LocalDate.of(2024, 6, 20), UNIT,
                "province", "Quỹ cấp tỉnh", 2024, "Bằng khen", "individual", "Nguyễn Văn Mẫu", 1_000_000, false, null,
                null, null);
    }
}
