package vn.phongtrao.press;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUrl where the public reaches this application, as printed for verification, for example
 *                  {@code https://phongtrao.example.vn}; when absent, the address of the request
 */
@ConfigurationProperties("phongtrao.papers")
record PaperProperties(URI publicUrl) {
}
