package vn.phongtrao.team;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

import vn.phongtrao.language.Labels;

/** What is changed in a team, and what its decision says it is about. */
enum ChangeKind {
    LEAVE_ON_REQUEST("cho thôi tham gia %s"),
    LEAVE_ON_HEALTH("cho thôi tham gia %s"),
    LEAVE_ON_REFUSAL("cho thôi tham gia %s"),
    LEAVE_ON_PROSECUTION("cho thôi tham gia %s"),
    ADD("công nhận thành viên %s"),
    REPLACE("cho thôi và công nhận thành viên %s"),
    CHANGE_ROLE("công nhận chức danh trong %s"),
    DISSOLVE("giải thể %s");

    private final String subject;

    ChangeKind(String subject) {
        this.subject = subject;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("team-change." + id());
    }

    /** What the decision is about, as it follows "Về việc". @param team its name */
    String subject(String team) {
        return subject.formatted(team);
    }

    /** Whether a member leaves and nobody comes. */
    boolean leave() {
        return name().startsWith("LEAVE");
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static ChangeKind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such change: " + id));
    }

    /** The name of a change by its id; null for none. */
    static String nameOf(String id) {
        return id == null ? null : of(id).label();
    }
}
