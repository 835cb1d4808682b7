package vn.phongtrao.signing;

import java.net.URI;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

import vn.phongtrao.unit.Position;

/**
 * Certificates of the organisation, each a PKCS#12 file; none is needed.
 *
 * @param keystore     file with the certificate of every authority that has none of its own
 * @param password     in ASCII, since Java opens no PKCS#12 file with any other
 * @param alias        entry of the file; needed only where it holds several keys
 * @param timestampUrl RFC 3161 service, http or https
 * @param authorities  certificates of single authorities, under keys of the deployment's choice
 */
@ConfigurationProperties("phongtrao.signing")
record SigningProperties(String keystore, String password, String alias, URI timestampUrl,
                         Map<String, Authority> authorities) {

    SigningProperties {
        authorities = authorities == null ? Map.of() : authorities;
    }

    /**
     * @param unit     path, for example {@code 95/954/31813}
     * @param position who signs, where committee and police of the unit have a certificate each; null for both
     */
    record Authority(String unit, Position position, String keystore, String password, String alias) {

        @Override
        public String toString() {
            return "Authority[unit=%s, position=%s, keystore=%s]".formatted(unit, position, keystore);
        }
    }

    /** Passwords belong into no log. */
    @Override
    public String toString() {
        return "SigningProperties[keystore=%s, timestampUrl=%s, authorities=%s]"
                .formatted(keystore, timestampUrl, authorities);
    }
}
