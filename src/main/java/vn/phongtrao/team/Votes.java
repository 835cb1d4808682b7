package vn.phongtrao.team;

/** How many of those present agreed to a candidate. */
record Votes(long candidate, int votes) {
}
