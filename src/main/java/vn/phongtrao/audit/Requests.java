package vn.phongtrao.audit;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/**
 * Tells the trail what requests do: what changes something within the first transaction that does, so that neither is there without the other; what
 * was read, taken away or refused when it has been answered.
 */
@Component
class Requests implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final int FAULT = 500;
    private static final int WRONG = 400;

    private final ObjectProvider<AuditTrail> trail;
    private final ObjectProvider<CurrentOfficer> officer;

    /** Providers, because the trail needs the transactions that are listened to. */
    Requests(ObjectProvider<AuditTrail> trail, ObjectProvider<CurrentOfficer> officer) {
        this.trail = trail;
        this.officer = officer;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var request = transaction.isReadOnly() || SessionTransactions.NAME.equals(transaction.getTransactionName()) ? null : CurrentAct.request();
        var act = request == null ? null : CurrentAct.of(request);
        var address = act == null || !act.mayChange() ? null : Address.of(request);
        if (address != null && !address.own()) {
            var who = officer.getObject().find().orElse(null);
            act.changing(trail.getObject().tellChange(act(address, request, act.open(), Kind.ofChange(who), Outcome.DONE, null), who));
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        var request = CurrentAct.request();
        var act = request == null ? null : CurrentAct.of(request);
        if (act != null) {
            act.committed(failure == null);
        }
    }

    /** An answer has been made. @param status of it, or what a fault will be answered with */
    void answered(HttpServletRequest request, HttpServletResponse response, int status) {
        var act = CurrentAct.of(request);
        var answers = act == null ? List.<CurrentAct.Part>of() : act.answered(status);
        var address = answers.isEmpty() ? null : Address.of(request);
        var away = away(response);
        if (address != null) {
            answers.forEach(answer -> answered(address, request, answer, away));
        }
    }

    private void answered(Address address, HttpServletRequest request, CurrentAct.Part answer, boolean away) {
        var status = answer.status();
        var outcome = status >= FAULT ? Outcome.FAILED : status >= WRONG ? Outcome.REFUSED : Outcome.DONE;
        if (outcome == Outcome.DONE && !address.opens() && !away) {
            return;
        }
        var who = officer.getObject().find().orElse(null);
        if (who != null && (outcome == Outcome.DONE || ofWeight(address, who, status))) {
            var kind = address.acts() && outcome != Outcome.DONE ? Kind.ofChange(who) : away ? Kind.DOWNLOAD : Kind.READ;
            try {
                trail.getObject().tellSoon(act(address, request, answer, kind, outcome, status), who);
            } catch (DataAccessException | TransactionException unreached) {
                LOG.error("{} by {} with status {} was not told to the audit trail", address.name(), who.id(), status, unreached);
            }
        }
    }

    /** What the browser opens, as it does papers, is read. */
    private static boolean away(HttpServletResponse response) {
        var disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return disposition != null && disposition.startsWith("attachment");
    }

    /** Who tries what is not theirs, what administrators try in vain, and what fails; not each slip of a form. */
    private static boolean ofWeight(Address address, Officer who, int status) {
        return !address.own() && (status == HttpServletResponse.SC_FORBIDDEN && (address.acts() || address.opens())
                || address.acts() && (status >= FAULT || who.administrator()));
    }

    private static Act act(Address address, HttpServletRequest request, CurrentAct.Part part, Kind kind, Outcome outcome, Integer status) {
        var identifiers = new Identifiers();
        address.into(identifiers);
        identifiers.with(part.identifiers());
        var dossier = address.dossier();
        return new Act(kind, address.name(), dossier == null ? part.dossier() : dossier, identifiers.text(), outcome, status, request.getRemoteAddr());
    }
}
