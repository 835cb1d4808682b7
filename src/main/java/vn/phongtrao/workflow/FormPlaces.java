package vn.phongtrao.workflow;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;

/** Which forms are an officer's to fill in. */
@Component
public class FormPlaces {

    private final FormGate gate;
    private final Contents contents;
    private final Units units;

    FormPlaces(FormGate gate, Contents contents, Units units) {
        this.gate = gate;
        this.contents = contents;
        this.units = units;
    }

    /** @throws Refusal not found or forbidden, unless the task is the officer's, or the officer can take it */
    public Drafts.Place task(String id, Officer officer) {
        gate.requireOpenTo(id, officer);
        return Drafts.Place.task(id);
    }

    /** @throws Refusal not found or forbidden, unless the officer can start the process */
    public Drafts.Place start(String process, Officer officer) {
        contents.opening(process).orElseThrow(() -> Refusal.notFound("Không có quy trình này"));
        Worklist.requireOriginators(officer, units);
        return Drafts.Place.start(process);
    }
}
