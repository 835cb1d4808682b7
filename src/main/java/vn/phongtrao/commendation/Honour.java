package vn.phongtrao.commendation;

import java.time.LocalDate;

/** An award that a nominee was given before, whichever authority gave it. @param revokedOn null while it holds */
record Honour(String name, String formName, String achievement, String decisionNumber, LocalDate decidedOn, LocalDate revokedOn) {
}
