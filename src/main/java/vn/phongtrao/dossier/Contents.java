package vn.phongtrao.dossier;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

/** What dossiers are about, by their process: contents that the program has, before those that its files declare. */
@Component
public class Contents {

    private final List<DossierContent<?, ?>> coded;
    private final List<ContentSource> others;

    Contents(List<DossierContent<?, ?>> coded, List<ContentSource> others) {
        this.coded = coded;
        this.others = others;
    }

    public Optional<DossierContent<?, ?>> find(String process) {
        return coded.stream().filter(content -> content.process().equals(process)).findFirst()
                .or(() -> others.stream().flatMap(source -> source.find(process).stream()).findFirst());
    }

    /** Of a process that opens dossiers now. */
    public Optional<DossierContent<?, ?>> opening(String process) {
        return processes().contains(process) ? find(process) : Optional.empty();
    }

    /** @throws java.util.NoSuchElementException for a process that no dossier has */
    public DossierContent<?, ?> require(String process) {
        return find(process).orElseThrow();
    }

    /** Keys of the processes that open dossiers now, in their order. */
    public List<String> processes() {
        var keys = new TreeSet<>(coded.stream().map(DossierContent::process).toList());
        others.forEach(source -> keys.addAll(source.processes()));
        return List.copyOf(keys);
    }
}
