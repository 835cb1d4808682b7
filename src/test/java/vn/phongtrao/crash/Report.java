package vn.phongtrao.crash;

import java.time.Duration;
import java.util.List;

/** How a crash test went. @param findings what is not as it must be */
record Report(Options options, Acts acts, int nodeKills, int terminated, int backendKills, int twice, int mails, int calls, int doubles,
              int jobs, Duration time, List<String> findings) {

    @Override
    public String toString() {
        return """
                Crash test, seed %d: %d dossiers with %d steps in %d s, by %d at once
                  killed: %d nodes, %d backends ended and %d killed (the database recovered each time)
                  answers that were lost: %d of calls hung up on, %d of calls that broke; %d of them had been done; %d calls were repeated
                  no node there: %d times; answers by status (0 is none): %s
                  papers compared: %d; mails %d, calls of a system %d, of both %d came twice; jobs made due %d; opened twice and withdrawn: %d
                  findings: %d""".formatted(options.seed(), acts.steps().size(), acts.count(), time.toSeconds(), options.drivers(), nodeKills,
                terminated, backendKills, acts.cut.get(), acts.unanswered.get(), acts.doneUnanswered.get(), acts.retried.get(),
                acts.refusedConnections.get(), acts.statuses(), acts.papers().size(), mails, calls, twice, jobs, doubles, findings.size());
    }
}
