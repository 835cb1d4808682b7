package vn.phongtrao.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** What a transaction has read of the dossiers that it works on: each is read once, whoever asks for it. */
@Component
@Scope(scopeName = Hand.SCOPE, proxyMode = ScopedProxyMode.TARGET_CLASS)
class Hand {

    static final String SCOPE = "transaction";

    private final Map<DossierNumber, Dossier> dossiers = new HashMap<>();
    private final Map<DossierNumber, List<Step>> steps = new HashMap<>();
    private final Map<DossierNumber, List<Stop>> stops = new HashMap<>();

    Dossier dossier(DossierNumber number, Supplier<Dossier> read) {
        return dossiers.computeIfAbsent(number, key -> read.get());
    }

    /** Takes a dossier as it has just been locked or opened; what was read of it before may have been overtaken. */
    Dossier take(Dossier dossier) {
        steps.remove(dossier.number());
        stops.remove(dossier.number());
        dossiers.put(dossier.number(), dossier);
        return dossier;
    }

    List<Step> steps(DossierNumber number, Supplier<List<Step>> read) {
        return steps.computeIfAbsent(number, key -> new ArrayList<>(read.get()));
    }

    void add(Step step) {
        steps.computeIfPresent(step.dossierNumber(), (number, taken) -> {
            taken.add(step);
            return taken;
        });
    }

    List<Stop> stops(DossierNumber number, Supplier<List<Stop>> read) {
        return stops.computeIfAbsent(number, key -> List.copyOf(read.get()));
    }

    void forget(DossierNumber number) {
        stops.remove(number);
    }

    void planned(DossierNumber number, List<Stop> route) {
        stops.put(number, List.copyOf(route));
    }
}
