package vn.phongtrao.campaign;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** Where a campaign is on a day. */
public enum CampaignState {
    COMING, RUNNING,
    /** Its time is over, and whoever launched it has not reviewed it. */
    OVER,
    /** Whoever launched it has reviewed it at its end. */
    REVIEWED, WITHDRAWN;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static CampaignState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return Labels.of("campaign-state." + id());
    }
}
