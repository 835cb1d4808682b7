package vn.phongtrao.dossier.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templateresolver.ITemplateResolver;

import vn.phongtrao.procedure.ProcedureTemplates;
import vn.phongtrao.procedure.Procedures;

/** Pages show a dossier's content by templates of its procedure. */
@Configuration(proxyBeanMethods = false)
class ContentTemplates {

    @Bean
    ITemplateResolver procedurePages(Procedures procedures) {
        return new ProcedureTemplates(procedures, "");
    }
}
