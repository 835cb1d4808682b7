package vn.phongtrao.press;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.unit.Post;

/** What one kind of dossier puts on paper. Implemented once for each process whose dossiers have papers. */
public interface ProcessPapers {

    /** Key of the process; its templates lie in the folder of that name. */
    String process();

    /** What a submission asks for, as it follows "Về việc": {@code đề nghị tặng Giấy khen}. */
    String request(Dossier dossier);

    /** The template with the fragment {@code body} of submissions, for example {@code commendation/submission}. */
    default String submission() {
        return process() + "/submission";
    }

    /** What the fragment {@code body} is filled with, by component. */
    Record matter(Dossier dossier);

    /** Who decides on what submissions ask for, or forwards it. */
    default Post decider(Dossier dossier) {
        return dossier.decider();
    }

    /** The authority above the province that decides, as it is written; empty where {@link #decider} does. */
    default Optional<String> higherAuthority(Dossier dossier) {
        return Optional.ofNullable(dossier.jurisdiction().higherAuthority());
    }

    /** The tasks that change what earlier papers say. */
    default Set<String> changing() {
        return Set.of("supplement");
    }

    default boolean changes(String task) {
        return changing().contains(task);
    }

    /** Prints a decision on the dossier, see {@link DecisionPress}. */
    Print decision(Dossier dossier, Decision decision);

    /** The papers that the dossier has now beside submissions and decisions, the earliest first. */
    default List<Sheet> others(Dossier dossier) {
        return List.of();
    }

    /** What its certificates are called: {@code Giấy khen}. */
    default String certificate(Dossier dossier) {
        return "Giấy công nhận";
    }

    /**
     * The certificates that go with a decision, in its order; their titles name the recipients.
     *
     * @param blank the pre-printed form to print on, only what is written into it; null for the whole certificate
     */
    default Stream<Sheet> certificates(Dossier dossier, Decision decision, BlankForm blank) {
        return Stream.empty();
    }
}
