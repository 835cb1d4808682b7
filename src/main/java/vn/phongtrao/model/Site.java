package vn.phongtrao.model;

import java.time.LocalDate;

import vn.phongtrao.refusal.Refusal;

/** A place that took a model over (điểm nhân rộng), with the teams that run it there. */
record Site(long id, long modelId, String name, Place place, int teams, LocalDate retiredOn) {

    /** @throws Refusal rule broken, naming field {@code siteId} */
    void requireEffective() {
        if (retiredOn != null) {
            throw Refusal.broken("siteId", "Điểm nhân rộng \"%s\" đã thanh loại từ ngày %2$td/%2$tm/%2$tY"
                    .formatted(name, retiredOn), Models.GUIDANCE);
        }
    }
}
