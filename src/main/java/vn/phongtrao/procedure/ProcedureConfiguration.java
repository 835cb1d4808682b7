package vn.phongtrao.procedure;

import java.io.IOException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** What the program brings, and what is in force when it starts: the edition that was loaded last. */
@Configuration(proxyBeanMethods = false)
class ProcedureConfiguration {

    @Bean
    ProcedureFiles builtInFiles(ResourcePatternResolver resources) throws IOException {
        return BuiltInFiles.read(resources);
    }

    @Bean
    Procedures procedures(ProcedureFiles builtIn, EditionStore editions) {
        return new Procedures(builtIn.under(editions.latest().content()));
    }
}
