package vn.phongtrao.citizen;

import java.util.List;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param citizenKey       32 random bytes in base64; whoever loses them cannot open a citizen number any more
 * @param citizenOtherKeys keys of the same kind: the next one, or those before, as long as something is sealed with them
 */
@Validated
@ConfigurationProperties("phongtrao")
record CitizenProperties(
        @NotBlank(message = "must be 32 random bytes in base64, for example from: openssl rand -base64 32")
        String citizenKey,
        @DefaultValue List<String> citizenOtherKeys) {

    @ConstructorBinding
    CitizenProperties {
        citizenOtherKeys = citizenOtherKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    CitizenProperties(String citizenKey) {
        this(citizenKey, List.of());
    }

    @Override
    public String toString() {
        return "CitizenProperties[***]";
    }
}
