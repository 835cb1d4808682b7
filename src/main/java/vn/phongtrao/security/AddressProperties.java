package vn.phongtrao.security;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach this application, and who stands between.
 *
 * @param url       scheme, host and port alone: {@code https://phongtrao.example.vn}
 * @param proxies   addresses of the proxies that stand directly in front; {@code *} is any part of one: {@code 10.244.*}. What others
 *                  say of whom they speak for is not believed
 * @param ofRequest whether the address is whatever a request came to, as in the demo, which is reached at this machine alone
 */
@ConfigurationProperties("phongtrao.address")
record AddressProperties(URI url, List<String> proxies, boolean ofRequest) {
}
