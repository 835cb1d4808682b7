package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.Role.MEMBER;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.refusal.Refusal;

/** Why somebody leaves a team, and who is what in it after a change. */
class ChangeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 15);
    private static final Roles TEAM = team();

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_ON_REQUEST", "LEAVE_ON_HEALTH", "LEAVE_ON_PROSECUTION"})
    void whoLeavesHasAPaperThatSaysWhy(ChangeKind ground) {
        var departure = Departure.of(ground, report(Map.of("groundOn", "2024-07-15")), TODAY);
        assertThat(departure).isEqualTo(new Departure(ground, TODAY, null, null));
        assertRefused(Refusal.Kind.MALFORMED, "groundOn", () -> Departure.of(ground, report(Map.of()), TODAY));
        assertRefused(Refusal.Kind.RULE_BROKEN, "groundOn",
                () -> Departure.of(ground, report(Map.of("groundOn", "2024-07-16")), TODAY));
    }

    @Test
    void whoRefusesTasksLeavesAfterTwoReminders() {
        var first = LocalDate.of(2024, 6, 1);
        assertThat(refused("2024-06-01", "2024-06-02"))
                .isEqualTo(new Departure(ChangeKind.LEAVE_ON_REFUSAL, null, first, first.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, 2024-06-01", "2024-06-02, 2024-06-01", "2024-06-01, 2024-07-16"})
    void secondReminderComesAfterTheFirstAndNotInTheFuture(String first, String second) {
        assertRefused(Refusal.Kind.RULE_BROKEN, "secondReminderOn", () -> refused(first, second));
    }

    @Test
    void firstReminderIsNotInTheFuture() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "firstReminderOn", () -> refused("2024-07-16", "2024-07-17"));
    }

    @Test
    void rowsThatLeaveARoleAsItIsSayNothing() {
        assertThat(TEAM.changed(List.of(new Appointment(2L, LEADER), new Appointment(3L, MEMBER),
                new Appointment(1L, DEPUTY)))).containsExactly(new RoleChange(1, DEPUTY), new RoleChange(2, LEADER));
    }

    @Test
    void changeThatChangesNothingIsRefused() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> TEAM.changed(List.of(new Appointment(1L, LEADER))));
    }

    @Test
    void memberIsNamedOnce() {
        assertRefused(Refusal.Kind.MALFORMED, "roles[1].id", () -> TEAM.changed(List.of(new Appointment(1L, MEMBER),
                new Appointment(1L, DEPUTY))));
    }

    @Test
    void whoDoesNotServeHasNoRole() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "member", () -> TEAM.require(9L));
        assertRefused(Refusal.Kind.RULE_BROKEN, "member", () -> TEAM.changed(List.of(new Appointment(9L, MEMBER))));
        assertRefused(Refusal.Kind.MALFORMED, "member", () -> TEAM.require(null));
    }

    @Test
    void afterAChangeWhoLeftIsGoneAndWhoComesStandsLast() {
        assertThat(TEAM.after(null, List.of(), Optional.empty())).containsExactly(LEADER, DEPUTY, MEMBER);
        assertThat(TEAM.after(1L, List.of(), Optional.of(LEADER))).containsExactly(DEPUTY, MEMBER, LEADER);
        assertThat(TEAM.after(null, List.of(new RoleChange(1, DEPUTY), new RoleChange(2, LEADER)), Optional.empty()))
                .containsExactly(DEPUTY, LEADER, MEMBER);
    }

    private static Departure refused(String first, String second) {
        return Departure.of(ChangeKind.LEAVE_ON_REFUSAL,
                report(Map.of("firstReminderOn", first, "secondReminderOn", second)), TODAY);
    }

    private static ChangeReport report(Map<String, Object> fields) {
        return Binding.bind(fields, ChangeReport.class);
    }

    private static Roles team() {
        Map<Long, Role> held = new LinkedHashMap<>();
        held.put(1L, LEADER);
        held.put(2L, DEPUTY);
        held.put(3L, MEMBER);
        return new Roles(held);
    }

    private static void assertRefused(Refusal.Kind kind, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).hasValue(field);
        });
    }
}
