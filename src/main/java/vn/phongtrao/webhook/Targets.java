package vn.phongtrao.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/**
 * Where calls may go: to the public, and to networks of one's own that the operator has named. Whoever enters a target
 * must not reach what only this server reaches. The same is asked when a call is connected, of the addresses that it is
 * connected with.
 */
@Component
class Targets implements DnsResolver {

    static final int LONGEST = 500;

    /** Not routed in public, beside those that Java has names for (RFC 6890, and IPv4 within IPv6). */
    private static final List<IpAddressMatcher> SPECIAL = matchers(List.of("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
            "fc00::/7", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "::/96"));

    private final List<IpAddressMatcher> own;
    private final DnsResolver names;

    @Autowired
    Targets(WebhookProperties properties) {
        this(properties.networks(), SystemDefaultDnsResolver.INSTANCE);
    }

    Targets(List<String> networks, DnsResolver names) {
        own = matchers(networks);
        this.names = names;
    }

    private static List<IpAddressMatcher> matchers(List<String> networks) {
        return networks.stream().map(IpAddressMatcher::new).toList();
    }

    /** @throws Refusal malformed, for what is no address or none that may be called */
    URI require(String target) {
        var refused = Refusal.malformed("target", "Địa chỉ nhận phải là địa chỉ https công khai, ví dụ https://nhan.example.vn/su-kien");
        if (target == null || target.length() > LONGEST) {
            throw refused;
        }
        try {
            var uri = new URI(target);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null
                    || uri.getPort() == 0 || uri.getPort() > 65_535
                    || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw refused;
            }
            var addresses = names.resolve(host(uri));
            if (!Arrays.stream(addresses).allMatch(address -> allowed(uri, address))) {
                throw refused;
            }
            return uri;
        } catch (URISyntaxException | UnknownHostException none) {
            throw refused;
        }
    }

    private static String host(URI uri) {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    private boolean allowed(URI uri, InetAddress address) {
        return inOwn(address) || isPublic(address) && uri.getScheme().equals("https");
    }

    /** @throws UnknownHostException also where one of the addresses may not be called */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (!Arrays.stream(addresses).allMatch(address -> inOwn(address) || isPublic(address))) {
            throw new UnknownHostException("not called");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    private boolean inOwn(InetAddress address) {
        return own.stream().anyMatch(network -> matches(network, address));
    }

    private static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress())
                && (address instanceof Inet4Address || address instanceof Inet6Address)
                && SPECIAL.stream().noneMatch(network -> matches(network, address));
    }

    private static boolean matches(IpAddressMatcher network, InetAddress address) {
        return network.matches(address.getHostAddress().replaceFirst("%.*", ""));
    }
}
