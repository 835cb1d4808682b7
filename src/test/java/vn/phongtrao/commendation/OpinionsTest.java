package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.calendar.Workdays;
import vn.phongtrao.commendation.Opinion.Answer;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Days;

/** What bodies answered on a dossier that was received on Monday 1 July 2024. */
class OpinionsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2024, 7, 1);

    /** Điều 34.6: ten working days after the day on which the body was asked, it counts as agreeing. */
    @ParameterizedTest
    @CsvSource({"2024-07-15, 2024-07-01, none, ,           còn được trả lời đến hết ngày 15/07/2024",
            "2024-07-16, 2024-07-01, none, ,               ",
            "2024-07-16, 2024-07-02, none, ,               còn được trả lời đến hết ngày 16/07/2024",
            "2024-07-16, 2024-06-28, none, ,               'Ngày hỏi phải từ ngày lập hồ sơ, 01/07/2024, đến hôm nay'",
            "2024-07-16, 2024-07-17, agree, 2024-07-17,    'Ngày hỏi phải từ ngày lập hồ sơ, 01/07/2024, đến hôm nay'",
            "2024-07-16, 2024-07-03, agree, 2024-07-02,    Ngày trả lời phải từ ngày hỏi đến hôm nay",
            "2024-07-16, 2024-07-03, agree, 2024-07-17,    Ngày trả lời phải từ ngày hỏi đến hôm nay",
            "2024-07-16, 2024-07-01, none, 2024-07-03,     Không trả lời thì không có ngày trả lời",
            "2024-07-16, 2024-07-01, agree, 2024-07-16,    "})
    void aBodyIsAskedOnceTheDossierIsThereAndHasItsTenDays(LocalDate today, LocalDate asked, String answer,
                                                            LocalDate answered, String refused) {
        var dossier = mock(Dossier.class);
        when(dossier.number()).thenReturn(DossierNumber.of("KT-95-2024-00001"));
        when(dossier.form()).thenReturn("prime-minister-merit");
        var dossiers = mock(Dossiers.class);
        when(dossiers.days(dossier)).thenReturn(new Days(RECEIVED, today, today));
        var calendar = mock(WorkingCalendar.class);
        when(calendar.workdays()).thenReturn(new Workdays(Map.of()));
        var opinions = new Opinions(dossiers, new RulesOnFile(), calendar,
                mock(JdbcClient.class, RETURNS_DEEP_STUBS));

        var thrown = catchThrowable(() -> opinions.record(dossier, new Opinions.Asked(List.of(
                new Opinion("Bộ Công an", asked, Answer.of(answer), answered, null)))));

        if (refused == null) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).hasMessageContaining(refused);
        }
    }
}
