package vn.phongtrao.dossier;

import java.util.Locale;

/** Where a dossier stands. The last three end it. */
public enum Status {
    IN_PROGRESS("Đang xử lý"),
    SUPPLEMENTING("Đang bổ sung"),
    SUSPENDED("Tạm dừng"),
    FORWARDED("Đã trình cấp trên"),
    DECIDED("Đã có quyết định"),
    REJECTED("Không được chấp thuận"),
    WITHDRAWN("Đã rút");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    public boolean closed() {
        return compareTo(DECIDED) >= 0;
    }
}
