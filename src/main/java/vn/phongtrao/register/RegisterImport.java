package vn.phongtrao.register;

import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetForm;

/** A register that takes rows from files. Its page offers that to whoever may bring them. */
public interface RegisterImport {

    /** Where the register API lists it; files are taken, and one to fill in is given, at {@code /import} there. */
    String register();

    /** The columns of the files. */
    SheetForm form();

    /** Whether the officer may bring rows. */
    boolean takesFrom(Officer officer);
}
