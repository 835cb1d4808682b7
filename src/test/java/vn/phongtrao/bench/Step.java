package vn.phongtrao.bench;

/** The calls of a dossier. */
enum Step {
    START, QUERY, CLAIM, COMPLETE
}
