package vn.phongtrao.procedure;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param processes a folder that lies over the built-in {@code processes/}; may be absent */
@ConfigurationProperties("phongtrao")
record ProcedureProperties(Path processes) {

    Optional<Path> folder() {
        return Optional.ofNullable(processes).filter(path -> !path.toString().isBlank());
    }
}
