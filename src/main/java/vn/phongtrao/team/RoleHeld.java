package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What a member has been since that day, until the next row or until the member left. */
@Table("team_role")
record RoleHeld(@Id Long id, long memberId, Role role, LocalDate since, long decisionId) {
}
