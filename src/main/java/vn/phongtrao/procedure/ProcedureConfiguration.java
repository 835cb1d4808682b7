package vn.phongtrao.procedure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.Editions;
import vn.phongtrao.edition.FileTree;

/** What the program brings, and what is in force when it starts: the edition that was loaded last. */
@Configuration(proxyBeanMethods = false)
class ProcedureConfiguration {

    @Bean
    FileTree builtInProcesses(ResourcePatternResolver resources) {
        return BuiltInFiles.read(Area.PROCESSES, resources);
    }

    @Bean
    Procedures procedures(FileTree builtInProcesses, JdbcClient jdbc) {
        return new Procedures(builtInProcesses.under(Editions.own(Area.PROCESSES, jdbc)));
    }
}
