package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.aayushatharva.brotli4j.decoder.Decoder;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Scripts are packed once, for whoever unpacks them and for nobody else. */
class PackedTest {

    private static final Resource SCRIPT = new ClassPathResource("/static/idle.js");
    private static final String PATCHED = "mended";

    private final List<Resource> asked = new ArrayList<>();
    private final Packed packed = new Packed();

    @Test
    void whoUnpacksGetsThePackedScriptWhichIsPackedOnce() throws Exception {
        var first = fetch("gzip, deflate, br, zstd");
        var second = fetch("br");

        assertThat(((HttpResource) first).getResponseHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("br");
        assertThat(((HttpResource) first).getResponseHeaders().getFirst(HttpHeaders.VARY))
                .isEqualTo(HttpHeaders.ACCEPT_ENCODING);
        assertThat(Decoder.decompress(first.getContentAsByteArray()).getDecompressedData())
                .isEqualTo(PATCHED.getBytes(StandardCharsets.UTF_8));
        assertThat(first.getFilename()).isEqualTo("idle.js");
        assertThat(second).isSameAs(first);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "", "bro", "br;q=0"})
    void whoDoesNotGetsItAsItIs(String encodings) throws Exception {
        fetch("br");

        assertThat(fetch(encodings).getContentAsString(StandardCharsets.UTF_8)).isEqualTo(PATCHED);
    }

    private Resource fetch(String encodings) throws Exception {
        var request = new MockHttpServletRequest("GET", "/camunda/lib/deps.js");
        request.addHeader(HttpHeaders.ACCEPT_ENCODING, encodings);
        return packed.transform(request, SCRIPT, new ResourceTransformerChain() {

            @Override
            public ResourceResolverChain getResolverChain() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Resource transform(HttpServletRequest call, Resource resource) {
                asked.add(resource);
                return new TransformedResource(resource, PATCHED.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
