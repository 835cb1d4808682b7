package vn.phongtrao.campaign;

import java.util.List;

import vn.phongtrao.security.Officer;

/** What is given for a campaign, told by whoever keeps awards. */
public interface CampaignAwards {

    /**
     * What the officer's units and those below have proposed and been given.
     *
     * @param dossiers that belong to the campaign, those that were withdrawn or rejected included
     * @param open     of them have not ended
     * @param forms    what was given and is not revoked, by form
     */
    record Figures(long dossiers, long open, List<Form> forms) {
    }

    /** @param bonus đồng */
    record Form(String form, String formName, long collectives, long households, long individuals, long bonus) {
    }

    Figures of(long campaign, Officer officer);

    /** Whether a dossier of any unit belongs to it. */
    boolean any(long campaign);
}
