package vn.phongtrao.watch;

import org.springframework.boot.actuate.health.Status;

/** The health of what somebody should see to, though this node goes on: neither a start anew nor sending people elsewhere would help. */
public final class Degraded {

    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {
    }
}
