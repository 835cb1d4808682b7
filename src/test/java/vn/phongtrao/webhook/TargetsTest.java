package vn.phongtrao.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** Where calls may go. */
class TargetsTest {

    /** Literals are themselves; names are what the test says. */
    private static final DnsResolver NAMES = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "public.example" -> addresses("8.8.8.8");
                case "inside.example" -> addresses("10.20.1.1");
                case "both.example" -> addresses("8.8.8.8", "127.0.0.1");
                default -> {
                    if (host.matches("[\\d.]+|.*:.*")) {
                        yield addresses(host);
                    }
                    throw new UnknownHostException(host);
                }
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private final Targets targets = new Targets(List.of(), NAMES);

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (int index = 0; index < literals.length; index++) {
            found[index] = InetAddress.getByName(literals[index]);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://public.example/events", "https://public.example:8443/?a=b", "https://8.8.8.8/",
            "https://[2606:4700::1111]/"})
    void thePublicIsCalledByHttps(String target) {
        assertThatCode(() -> targets.require(target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "//public.example/", "/events", "http://public.example/", "ftp://public.example/", "file:///etc/passwd",
            "https:///events", "https://an:secret@public.example/", "https://public.example/#part", "https://public.example:0/",
            "https://public.example:99999/", "https://unknown.example/", "https://inside.example/", "https://both.example/",
            "https://127.0.0.1/", "https://127.1/", "https://10.0.0.1/", "https://172.16.0.1/", "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data", "https://100.64.0.1/", "https://0.0.0.0/", "https://224.0.0.1/",
            "https://255.255.255.255/", "https://[::1]/", "https://[::]/", "https://[fe80::1]/", "https://[fc00::1]/",
            "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://2130706433/",
            "https://public.example/\r\nX: y", "https://public.example/ x", "javascript:alert(1)"})
    void allElseIsRefusedWhenItIsEntered(String target) {
        assertThatThrownBy(() -> targets.require(target)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.field()).contains("target"));
    }

    @Test
    void aTargetOfAnySizeIsRefused() {
        assertThatThrownBy(() -> targets.require("https://public.example/" + "a".repeat(Targets.LONGEST)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aNetworkOfOnesOwnIsCalledWhereTheOperatorSaysSo() {
        var own = new Targets(List.of("10.20.0.0/16"), NAMES);

        assertThatCode(() -> own.require("http://inside.example/")).doesNotThrowAnyException();
        assertThatThrownBy(() -> own.require("https://10.21.0.1/")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> own.require("http://public.example/")).isInstanceOf(Refusal.class);
    }

    /** A name that is another address by the time it is called. */
    @Test
    void theSameIsAskedOfTheAddressesThatACallIsConnectedWith() throws UnknownHostException {
        assertThat(targets.resolve("public.example")).hasSize(1);
        for (var inside : List.of("inside.example", "both.example", "127.0.0.1", "::1")) {
            assertThatThrownBy(() -> targets.resolve(inside)).isInstanceOf(UnknownHostException.class);
        }
    }
}
