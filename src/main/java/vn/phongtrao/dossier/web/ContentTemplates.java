package vn.phongtrao.dossier.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;

import vn.phongtrao.procedure.ProcedureTemplates;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;

/** Pages show a dossier's content by templates of its procedure. */
@Configuration(proxyBeanMethods = false)
class ContentTemplates {

    @Bean
    ITemplateResolver procedurePages(Procedures procedures) {
        return new ProcedureTemplates(procedures, "");
    }

    /** Templates are read once, until there are others. */
    @Component
    record Kept(SpringTemplateEngine pages) {

        @EventListener(ProceduresChanged.class)
        public void readAnew() {
            pages.clearTemplateCache();
        }
    }
}
