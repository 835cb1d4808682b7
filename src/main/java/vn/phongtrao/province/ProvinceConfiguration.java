package vn.phongtrao.province;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProvinceConfiguration {

    @Bean
    ProvinceFiles provinceFiles(ProvinceProperties properties) {
        return properties.folder().map(ProvinceConfiguration::laidOver).orElseGet(ProvinceFiles::builtIn);
    }

    /** The built-in files with a folder laid over them. */
    static ProvinceFiles laidOver(Path folder) {
        return ProvinceFiles.builtIn().under(ProvinceFiles.in(folder));
    }
}
