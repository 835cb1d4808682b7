package vn.phongtrao.security;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Requests came to the address that was set, whatever their headers say, and from whom the proxies in front name last: what a client
 * writes itself stands before that. {@code Forwarded}, {@code X-Forwarded-Host}, {@code -Proto} and {@code -Port} are read by nobody.
 */
@Component
class PublicAddress implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String HTTPS = "https";
    private static final String ANY = "*";
    private static final String PART_OF_ADDRESS = "[0-9a-f.:]*";

    private final AddressProperties properties;

    /** @throws NoPublicAddress without one that people could be led to */
    PublicAddress(AddressProperties properties) {
        this.properties = properties;
        if (!properties.ofRequest()) {
            require(properties.url());
        }
    }

    private static void require(URI url) {
        if (url == null || url.toString().isBlank()) {
            throw new NoPublicAddress("(trống, empty)");
        }
        var plain = url.getHost() != null && Stream.of("http", HTTPS).anyMatch(url.getScheme()::equals) && url.getRawUserInfo() == null
                && url.getRawQuery() == null && url.getRawFragment() == null && List.of("", "/").contains(url.getRawPath());
        if (!plain) {
            throw new NoPublicAddress("\"" + url + "\"");
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var proxies = new RemoteIpValve();
        proxies.setInternalProxies(pattern(properties.proxies()));
        proxies.setProtocolHeader(null);
        factory.addEngineValves(proxies);
        if (!properties.ofRequest()) {
            factory.addConnectorCustomizers(this::standFor);
        }
    }

    private void standFor(Connector connector) {
        var url = properties.url();
        var secure = HTTPS.equals(url.getScheme());
        connector.setScheme(url.getScheme());
        connector.setSecure(secure);
        connector.setProxyName(url.getHost());
        connector.setProxyPort(url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80);
    }

    private static String pattern(List<String> proxies) {
        return proxies.stream().map(proxy -> Stream.of(proxy.strip().split("(?=\\*)|(?<=\\*)"))
                .map(part -> ANY.equals(part) ? PART_OF_ADDRESS : Pattern.quote(part)).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }
}
