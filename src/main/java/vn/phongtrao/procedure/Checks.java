package vn.phongtrao.procedure;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/** All checks of all modules. Files with a finding take no effect. */
@Component
public class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final List<ProcedureCheck> checks;

    @Autowired
    Checks(ObjectProvider<ProcedureCheck> checks) {
        this(checks.orderedStream().toList());
    }

    public Checks(List<ProcedureCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What is wrong with the files, in their order; empty when they may take effect. */
    public List<Finding> of(FileTree files) {
        var findings = new TreeSet<Finding>();
        checks.forEach(check -> findings.addAll(findings(check, files)));
        return List.copyOf(findings);
    }

    /** A check that fails found files that nobody thought of: they take no effect either. */
    private static Collection<Finding> findings(ProcedureCheck check, FileTree files) {
        try {
            return check.check(files).toList();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            LOG.warn("{} failed", check.getClass().getSimpleName(), unforeseen);
            return List.of(new Finding(".", "", "Không kiểm tra được (%s)".formatted(
                    check.getClass().getSimpleName()),
                    "Báo cho người phụ trách kỹ thuật, kèm các tệp này"));
        }
    }
}
