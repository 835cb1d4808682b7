package vn.phongtrao.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console in which zone the program is started. */
class OtherZoneAnalyzer extends AbstractFailureAnalyzer<OtherZone> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, OtherZone cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
