package vn.phongtrao;

import java.io.File;
import java.nio.file.Path;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Tomcat puts uploads and what else it needs into the temporary folder as it is now, see {@link TemporaryFolder}. */
@Component
class ServerFolders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (TemporaryFolder.taken()) {
            factory.setBaseDirectory(folder("tomcat"));
            // empty: all that is served comes from the jar
            factory.setDocumentRoot(folder("tomcat-root"));
        }
    }

    private static File folder(String name) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), name).toFile();
        folder.mkdir();
        return folder;
    }
}
