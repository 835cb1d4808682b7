package vn.phongtrao.calendar;

import java.time.ZoneId;

/** Where the days and nights of the program begin and end, whatever the zone of its machine is. */
public final class Vietnam {

    /** As annotations want it. */
    public static final String ZONE = "Asia/Ho_Chi_Minh";
    public static final ZoneId ZONE_ID = ZoneId.of(ZONE);

    private Vietnam() {
    }
}
