package vn.phongtrao.procedure;

/** The files of procedures that are in force on this node have changed: what was made of them is to be made anew. */
public record ProceduresChanged(ProcedureFiles files) {
}
