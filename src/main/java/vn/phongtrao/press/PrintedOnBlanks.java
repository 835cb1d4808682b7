package vn.phongtrao.press;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.security.Officer;

/**
 * The certificates of a decision are about to be printed on pre-printed forms. Whoever keeps these takes them, or refuses
 * where there are too few. Printing again is told again.
 */
public record PrintedOnBlanks(Decision decision, Officer officer) {
}
