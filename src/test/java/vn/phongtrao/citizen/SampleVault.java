package vn.phongtrao.citizen;

import java.util.Base64;

/** Citizen numbers sealed with a key that everybody knows. */
public final class SampleVault {

    private SampleVault() {
    }

    public static CitizenNumbers create() {
        return new CitizenVault(new CitizenProperties(Base64.getEncoder().encodeToString(new byte[32])));
    }
}
