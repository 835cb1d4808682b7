package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

/** What is said of a route with one fault. */
class RouteTablesTest {

    private static final String FILE = "model-replication/model-replication-route.dmn";
    private static final String FIRST = "dòng 1 (review-route-rule-15)";

    private final RouteTables check = new RouteTables();

    @Test
    void deliveredTablesAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void positionThatNobodyHolds() {
        assertFound("<text>\"police-chief\"</text>", "<text>\"police-chief,captain\"</text>",
                "Không có chức danh \"captain\"");
    }

    @Test
    void tierThatThereIsNot() {
        assertFound("stop-tier\">\n          <text>\"commune\"", "stop-tier\">\n          <text>\"village\"",
                "Không có cấp \"village\"");
        assertFound("rule-15-tier\">\n          <text>\"commune\"", "rule-15-tier\">\n          <text>\"village\"",
                "Không có cấp \"village\"");
    }

    private void assertFound(String right, String wrong, String problem) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, right, wrong)))
                .containsExactly(tuple(FILE, FIRST, problem));
    }
}
