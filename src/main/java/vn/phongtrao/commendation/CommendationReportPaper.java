package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.press.Press;
import vn.phongtrao.procedure.Fills;

/** The report on commendation on A4 across, by the template {@code commendation-report}. */
@Component
public class CommendationReportPaper {

    private final Press press;
    private final Clock clock;

    CommendationReportPaper(Press press, Clock clock) {
        this.press = press;
        this.clock = clock;
    }

    /** What the template knows. */
    @Fills("commendation/commendation-report")
    record Sheet(CommendationReport report, LocalDate today) {
    }

    /** @return PDF/A-2b */
    public byte[] print(CommendationReport report) {
        return press.print("commendation/commendation-report", new Sheet(report, LocalDate.now(clock))).pdf();
    }
}
