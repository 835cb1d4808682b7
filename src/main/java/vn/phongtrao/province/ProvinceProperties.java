package vn.phongtrao.province;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param provinces a folder that lies over the built-in {@code provinces/}; may be absent
 * @param province  the one that this deployment serves
 */
@ConfigurationProperties("phongtrao")
record ProvinceProperties(Path provinces, String province) {

    Optional<Path> folder() {
        return Optional.ofNullable(provinces).filter(path -> !path.toString().isBlank());
    }
}
