package vn.phongtrao;

import static java.util.stream.Collectors.toSet;

import java.util.Set;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

import vn.phongtrao.dossier.DossierContent;

/** The modules that say what dossiers are about: found, so that nobody who adds one has to name it. */
final class ProcedurePackages {

    private ProcedurePackages() {
    }

    /** Their names, for example {@code team}. */
    static Set<String> all() {
        var contents = new ClassPathScanningCandidateComponentProvider(false);
        contents.addIncludeFilter(new AssignableTypeFilter(DossierContent.class));
        return contents.findCandidateComponents("vn.phongtrao").stream()
                .map(found -> found.getBeanClassName().split("\\.")[2]).collect(toSet());
    }
}
