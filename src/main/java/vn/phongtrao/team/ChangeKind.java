package vn.phongtrao.team;

import java.util.Arrays;
import java.util.Locale;

/** What is changed in a team, and what its decision says it is about. */
enum ChangeKind {
    LEAVE_ON_REQUEST("Cho thôi theo nguyện vọng", "cho thôi tham gia Tổ bảo vệ an ninh, trật tự"),
    LEAVE_ON_HEALTH("Cho thôi vì không bảo đảm sức khỏe", "cho thôi tham gia Tổ bảo vệ an ninh, trật tự"),
    LEAVE_ON_REFUSAL("Cho thôi vì không thực hiện nhiệm vụ", "cho thôi tham gia Tổ bảo vệ an ninh, trật tự"),
    LEAVE_ON_PROSECUTION("Cho thôi vì bị khởi tố hoặc bị áp dụng biện pháp ngăn chặn, xử lý hành chính",
            "cho thôi tham gia Tổ bảo vệ an ninh, trật tự"),
    ADD("Bổ sung thành viên", "công nhận thành viên Tổ bảo vệ an ninh, trật tự"),
    REPLACE("Thay thế thành viên", "cho thôi và công nhận thành viên Tổ bảo vệ an ninh, trật tự"),
    CHANGE_ROLE("Thay đổi Tổ trưởng, Tổ phó", "công nhận chức danh trong Tổ bảo vệ an ninh, trật tự"),
    DISSOLVE("Giải thể Tổ", "giải thể Tổ bảo vệ an ninh, trật tự");

    private final String label;
    private final String subject;

    ChangeKind(String label, String subject) {
        this.label = label;
        this.subject = subject;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label;
    }

    /** What the decision is about, as it follows "Về việc". */
    String subject() {
        return subject;
    }

    /** Whether a member leaves and nobody comes. */
    boolean leave() {
        return name().startsWith("LEAVE");
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static ChangeKind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such change: " + id));
    }

    /** The name of a change by its id; null for none. */
    static String nameOf(String id) {
        return id == null ? null : of(id).label();
    }
}
