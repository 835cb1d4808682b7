package vn.phongtrao.authority;

import vn.phongtrao.unit.Post;

/**
 * Who decides on a dossier, and how. Fixed when the dossier is opened, so that a later change of rules never re-labels
 * it.
 *
 * @param decider         the post that decides, or that forwards the dossier to a higher authority
 * @param symbol          of the decision, for example {@code QĐ-UBND}; null where a higher authority decides
 * @param higherAuthority who decides above the province, as papers name it; null where the decider does
 * @param legalBasis      the paragraph that gives the power
 */
public record Jurisdiction(Post decider, String symbol, Ending ending, String higherAuthority, String legalBasis) {

    /** Whether a higher authority decides. */
    public boolean forwards() {
        return ending != Ending.DECIDE;
    }

    /** Whether there will be a decision with a number of the authority. */
    public boolean issuesDecision() {
        return !forwards() && symbol != null && !symbol.isBlank();
    }

    /** Whether the decider signs what goes to the higher authority, as the last of all. */
    public boolean submits() {
        return ending == Ending.SUBMIT;
    }
}
