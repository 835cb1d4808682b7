package vn.phongtrao.procedure;

import vn.phongtrao.edition.FileTree;

/** The files of procedures that are in force on this node have changed: what was made of them is to be made anew. */
public record ProceduresChanged(FileTree files) {
}
