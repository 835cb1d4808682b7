package vn.phongtrao.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A file that fills in the reports of two communes. */
class ReportImportTest {

    private static final Officer OFFICER = Officer.of("officer", Set.of("95/954/police-officer"));
    private static final Period PERIOD = new Period(1, "Kỳ mẫu", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 7, 15), false);
    private static final String HEAD = "unitPath;unitName;" + Arrays.stream(Measure.values()).map(Measure::id)
            .collect(Collectors.joining(";")) + "\n";
    private static final String ROW = "%s;;3;300;100;5;1;9;67;700;0;1;2\n";

    private final ReportBook book = mock();
    private final Dossiers dossiers = mock();
    private final Units units = mock();
    private final ReportImport files = new ReportImport(book, mock(), dossiers, units);

    @BeforeEach
    void reportsWaitToBeFilledIn() {
        when(book.period(1)).thenReturn(Optional.of(PERIOD));
        when(dossiers.lock(any())).thenReturn(mock(Dossier.class));
        for (var code : new String[] {"31813", "31816"}) {
            var path = UnitPath.of("95/954/" + code);
            var report = new Report(DossierNumber.of("BC-%s-2024-00001".formatted(code)), PERIOD, path, null,
                    PERIOD.dueOn(), ReportStatus.DRAFT, null, null, null, null, null);
            when(units.called(path.value()))
                    .thenReturn(List.of(new Unit(path, Tier.COMMUNE, code, code, PERIOD.from(), null)));
            when(book.waiting(PERIOD, path)).thenReturn(Optional.of(report));
            when(book.of(report.dossierNumber())).thenReturn(report);
        }
    }

    @Test
    void aCommuneStandsInAFileOnce() {
        assertThat(load(ROW.formatted("95/954/31813") + ROW.formatted("95/954/31816"))).isEqualTo(2);

        assertThatThrownBy(() -> load(ROW.formatted("95/954/31813") + ROW.formatted("95/954/31816")
                + ROW.formatted("95/954/31813"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("Dòng 4, cột unitPath").hasMessageContaining("đã có ở một dòng trước").hasMessageNotContaining("Dòng 2");
    }

    @Test
    void headsAndRefusalsAreInTheWordsOfTheForm() {
        var head = "Mã đơn vị;Đơn vị;" + Arrays.stream(Measure.values()).map(Measure::label)
                .collect(Collectors.joining(";")) + "\n";

        assertThat(files.load(1, (head + ROW.formatted("95/954/31813")).getBytes(UTF_8), OFFICER)).isEqualTo(1);
        assertThatThrownBy(() -> files.load(1, (head + ROW.formatted("95/954/31816").replace(";1;9;", ";-1;9;"))
                .getBytes(UTF_8), OFFICER)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Dòng 2, cột " + Measure.PERSONS_EDUCATED.label());
    }

    private int load(String rows) {
        return files.load(1, (HEAD + rows).getBytes(UTF_8), OFFICER);
    }
}
