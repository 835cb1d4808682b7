package vn.phongtrao.workflow;

import java.time.ZoneId;

/** This machine would read the engine's moments as others than were written. */
final class OtherZone extends RuntimeException {

    private final ZoneId kept;

    OtherZone(ZoneId kept, ZoneId here) {
        super("Cơ sở dữ liệu ghi mốc giờ của quy trình theo múi giờ %s, máy này theo múi giờ %s: hạn xử lý, nhắc việc sẽ lệch giờ.".formatted(kept, here));
        this.kept = kept;
    }

    String remedy() {
        return "Đặt biến môi trường TZ=%1$s (hoặc thêm -Duser.timezone=%1$s sau lệnh java), rồi khởi động lại.".formatted(kept);
    }
}
