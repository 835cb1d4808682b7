package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.MovableClock;
import vn.phongtrao.press.Press;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.statistics.Overview.Line;
import vn.phongtrao.statistics.Overview.Place;
import vn.phongtrao.unit.UnitPath;

class FiguresPaperTest {

    private static final List<String> KEYS = List.of("figure.safeCommunes", "award-form.province-merit", "figure.teams",
            "award-form.security-medal", "figure.registeredOrganisationMembers");

    private static Press press;

    @BeforeAll
    static void open() {
        press = new AnnotationConfigApplicationContext(DeliveredProcedures.class, Press.class).getBean(Press.class);
    }

    /** Districts of a province, and communes where there are none. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 64, 103})
    void figuresOfAProvinceArePrintedOnOnePage(int below) throws IOException {
        var asked = new Asked(UnitPath.of("96"), LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));
        var lines = IntStream.range(0, 40).mapToObj(i -> new Line(KEYS.get(i % KEYS.size()), i % 3 > 0, 1_000L * i + 1, 900L * i,
                i % 2 == 0 ? 40_000L : null, i % 5 == 0, "/registers/x", "register.units")).toList();
        var places = IntStream.range(0, below).mapToObj(i -> new Place(i + 1, "96/1", "Phường Mẫu " + i,
                (long) below - i, null, null)).toList();
        var pdf = new FiguresPaper(press, new MovableClock("2026-01-02")).print(new Overview(asked, "Tỉnh Cà Mau", asked,
                "Tỉnh Bạc Liêu", lines, List.of(), new Figure("hamlets", Span.LAST_DAY, "hamlets", ""), List.of(), places,
                List.of()));

        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("figures-%d.pdf".formatted(below)), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Tỉnh Cà Mau, từ ngày 01/07/2025 đến ngày 31/12/2025",
                    "39.001", "ngày 02/01/2026").satisfies(text -> assertThat(text.split("Phường Mẫu", -1))
                    .hasSize(below + 1));
        }
    }

    @Test
    void toAnotherUnitNothingRisesOrFallsWhatNobodyReportedIsNoZeroAndASharesBarIsTheShare() throws IOException {
        var asked = new Asked(UnitPath.of("95/954"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
        var hamlets = new Figure("safeHamlets", Span.LAST_DAY, "safe-areas", "").of("hamlets");
        var view = new Overview(asked, "Thành phố Bạc Liêu", asked.of(UnitPath.of("95/956")), "Huyện Hồng Dân",
                List.of(new Line("figure.attendances", false, 83_424L, null, null, false, "/registers/x", "register.units")),
                List.of(), hamlets, List.of(), List.of(new Place(1, "95/954/1", "Phường 2", 1L, null, 2L)), List.of());
        var pdf = new FiguresPaper(press, new MovableClock("2024-07-01")).print(view);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Chênh lệch", "83.424 –")
                    .doesNotContain("Tăng, giảm", "+83.424");
        }
        assertThat(FiguresPaper.columns(view.below())).singleElement().asList()
                .containsExactly(new FiguresPaper.Place(1, "Phường 2", 1L, 2L, 50));
    }
}
