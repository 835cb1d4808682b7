package vn.phongtrao.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.stereotype.Service;

import vn.phongtrao.commendation.Citations;
import vn.phongtrao.commendation.Council;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Stop;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/** The papers of dossiers and decisions, for those who may see these. They are printed when they are asked for. */
@Service
public class Papers {

    private static final String COMMENDATION = "commendation";

    private final Dossiers dossiers;
    private final Stops stops;
    private final Citations citations;
    private final Council council;
    private final DecisionRegister decisions;
    private final ReviewPapers reviewPapers;
    private final CommendationPapers commendationPapers;

    Papers(Dossiers dossiers, Stops stops, Citations citations, Council council, DecisionRegister decisions,
           ReviewPapers reviewPapers, CommendationPapers commendationPapers) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.citations = citations;
        this.council = council;
        this.decisions = decisions;
        this.reviewPapers = reviewPapers;
        this.commendationPapers = commendationPapers;
    }

    /** A paper that a dossier has: its name in addresses, and what it is. */
    public record Entry(String name, String title) {
    }

    /** A printed paper; {@code fileName} is of letters, digits, hyphens and a dot. */
    public record Printed(String fileName, byte[] pdf) {
    }

    /** A paper, and how it is printed. */
    private record Sheet(String name, String title, Supplier<byte[]> print) {
    }

    /** @throws Refusal not found, or forbidden */
    public List<Entry> list(String dossierNumber, Officer officer) {
        return sheets(dossiers.requireVisible(dossierNumber, officer)).stream()
                .map(sheet -> new Entry(sheet.name(), sheet.title())).toList();
    }

    /** @throws Refusal not found, or forbidden */
    public Printed print(String dossierNumber, String name, Officer officer) {
        return sheets(dossiers.requireVisible(dossierNumber, officer)).stream()
                .filter(sheet -> sheet.name().equals(name)).findFirst()
                .map(sheet -> new Printed(fileName(sheet.title()), sheet.print().get()))
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có văn bản này".formatted(dossierNumber)));
    }

    /** @throws Refusal not found, also when the decision is not the officer's to see */
    public Printed printDecision(long id, Officer officer) {
        var decision = commendationDecision(id, officer);
        return new Printed(fileName("Quyết định " + decision.label()), printed(decision));
    }

    /** Writes the certificates that a decision awards. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The certificates of a decision as a ZIP of PDF files, printed while it is written.
     *
     * @param blank whether for pre-printed forms
     * @throws Refusal not found, also when the decision is not the officer's to see
     */
    public Writer certificates(long decisionId, boolean blank, Officer officer) {
        var decision = commendationDecision(decisionId, officer);
        var citation = citations.of(decision.dossierNumber());
        return out -> commendationPapers.certificates(decision, citation, blank, out);
    }

    private Decision commendationDecision(long id, Officer officer) {
        var decision = decisions.require(id, officer);
        if (!dossiers.require(decision.dossierNumber()).process().equals(COMMENDATION)) {
            throw Refusal.notFound("Quyết định này không có văn bản khen thưởng");
        }
        return decision;
    }

    private List<Sheet> sheets(Dossier dossier) {
        if (!dossier.process().equals(COMMENDATION)) {
            return List.of();
        }
        List<Sheet> sheets = new ArrayList<>(submissions(dossier));
        council.lastMinutes(dossier.number()).ifPresent(minutes -> sheets.add(new Sheet("council-minutes",
                "Biên bản họp Hội đồng " + dossier.number(),
                () -> reviewPapers.minutes(dossier, citations.of(dossier.number()), minutes))));
        decisions.on(dossier.number()).forEach(decision -> sheets.add(new Sheet("decision-" + decision.id(),
                "Quyết định " + decision.label(), () -> printed(decision))));
        return sheets;
    }

    private List<Sheet> submissions(Dossier dossier) {
        var route = stops.of(dossier.number());
        var steps = dossiers.stepsOf(dossier.number());
        return route.stream().flatMap(stop -> ReviewPapers.signed(stop, steps).stream().map(signed -> new Sheet(
                "submission-" + stop.stop(), "Tờ trình %d %s".formatted(stop.stop(), dossier.number()),
                () -> reviewPapers.submission(dossier, citations.of(dossier.number()), signed,
                        next(dossier, route, stop))))).toList();
    }

    private static Post next(Dossier dossier, List<Stop> route, Stop stop) {
        return stop.stop() == route.size() ? dossier.decider() : route.get(stop.stop()).receiver();
    }

    private byte[] printed(Decision decision) {
        return commendationPapers.decision(decision, citations.of(decision.dossierNumber()));
    }

    private static String fileName(String title) {
        return Wording.slug(title) + ".pdf";
    }
}
