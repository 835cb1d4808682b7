package vn.phongtrao.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fresh accounts must be known.
 *
 * @param knownFor            how long an answer of Keycloak counts
 * @param actsWithoutKeycloak how long officers go on acting while Keycloak does not answer
 */
@ConfigurationProperties("phongtrao.accounts")
record AccountProperties(Duration knownFor, Duration actsWithoutKeycloak) {
}
