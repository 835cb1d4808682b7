package vn.phongtrao.team;

/** What a member is to become. */
record RoleChange(long memberId, Role role) {
}
