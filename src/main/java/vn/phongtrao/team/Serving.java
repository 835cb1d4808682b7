package vn.phongtrao.team;

/** A member who serves, and as what. */
record Serving(Member member, Role role) {
}
