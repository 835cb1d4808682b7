package vn.phongtrao.citizen;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param citizenKey 32 random bytes in base64; whoever loses them cannot open a citizen number any more */
@Validated
@ConfigurationProperties("phongtrao")
record CitizenProperties(
        @NotBlank(message = "must be 32 random bytes in base64, for example from: openssl rand -base64 32")
        String citizenKey) {

    @Override
    public String toString() {
        return "CitizenProperties[citizenKey=***]";
    }
}
