package vn.phongtrao.press;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.security.Officer;

/**
 * The certificates of a decision have been printed for pre-printed forms, and go to the officer unless somebody refuses. Whoever keeps these takes them, or refuses
 * where there are too few. Printing again is told again.
 */
public record PrintedOnBlanks(Decision decision, Officer officer) {
}
