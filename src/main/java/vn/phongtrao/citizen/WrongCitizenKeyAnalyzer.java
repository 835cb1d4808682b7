package vn.phongtrao.citizen;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the program does not start, instead of how it came to notice. */
class WrongCitizenKeyAnalyzer extends AbstractFailureAnalyzer<WrongCitizenKey> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongCitizenKey cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
