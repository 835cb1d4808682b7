package vn.phongtrao.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.dossier.Rerouting;
import vn.phongtrao.refusal.Refusal;

/**
 * Leads all open dossiers on after units have ended. Each is a transaction of its own: whoever works on one waits for no other,
 * what fails keeps no other back, and whatever stops the run, a second one goes on where it stopped.
 */
@Service
public class Reorganisation {

    private static final Logger LOG = LoggerFactory.getLogger(Reorganisation.class);

    private final OpenDossiers open;
    private final Rerouting rerouting;
    private final Runs runs;
    private final TransactionTemplate transaction;

    Reorganisation(OpenDossiers open, Rerouting rerouting, Runs runs, TransactionTemplate transaction) {
        this.open = open;
        this.rerouting = rerouting;
        this.runs = runs;
        this.transaction = transaction;
    }

    /** A dossier and what has become of it, or why nothing has, in words. */
    public record Line(DossierNumber dossier, String what) {
    }

    /**
     * What a run did.
     *
     * @param open    how many dossiers had not ended
     * @param changed those that go another way now
     * @param failed  those that could not be led on; they are as they were
     */
    public record Report(boolean trial, int open, List<Line> changed, List<Line> failed) {
    }

    /**
     * Leads every open dossier on by the units and rules of today.
     *
     * @param trial everything is done and taken back, to see what would become of it
     * @param by    account of the administrator
     */
    public Report carryOut(boolean trial, String by) {
        var numbers = open.all();
        List<Line> changed = new ArrayList<>();
        List<Line> failed = new ArrayList<>();
        for (var number : numbers) {
            try {
                lead(number, trial).ifPresent(what -> changed.add(new Line(number, what)));
            } catch (Refusal refused) {
                failed.add(new Line(number, refused.getMessage()));
            } catch (RuntimeException unexpected) {
                LOG.error("Dossier {} could not be led on", number, unexpected);
                failed.add(new Line(number, "Lỗi của hệ thống, xem nhật ký của máy chủ"));
            }
        }
        var report = new Report(trial, numbers.size(), changed, failed);
        if (!trial) {
            runs.keep(report, by);
        }
        return report;
    }

    /** What was carried out, the newest first. */
    public List<Runs.Run> runs() {
        return runs.all();
    }

    private Optional<String> lead(DossierNumber number, boolean trial) {
        return transaction.execute(status -> {
            if (trial) {
                status.setRollbackOnly();
            }
            return rerouting.reroute(number);
        });
    }
}
