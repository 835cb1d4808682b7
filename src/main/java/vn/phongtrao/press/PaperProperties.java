package vn.phongtrao.press;

import java.net.URI;
import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param templates a folder whose files take the place of the built-in templates of the same name; may be absent
 * @param publicUrl where the public reaches this application, as printed for verification, for example
 *                  {@code https://phongtrao.example.vn}; when absent, the address of the request
 */
@ConfigurationProperties("phongtrao.papers")
record PaperProperties(Path templates, URI publicUrl) {
}
