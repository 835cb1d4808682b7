package vn.phongtrao.procedure;

import java.util.stream.Stream;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/**
 * What a module that understands a kind of file finds wrong with it. A file that cannot be read is a finding too, of
 * the check whose kind it is; others pass it over.
 */
@FunctionalInterface
public interface ProcedureCheck {

    /** @param files all that would be in force together, those delivered with the program among them */
    Stream<Finding> check(FileTree files);
}
