package vn.phongtrao.dossier.web;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.ClosedTemplates;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;

/**
 * Shows a dossier's content by the {@code page.html} of its procedure, or line by line where that has none, apart from
 * our own pages and all they reach.
 */
@Component
class ContentPages {

    private static final String PAGE = "page";
    private static final String CONTENT = "content";
    /** What a dossier has, each with its label: also the template of that name that procedures share. */
    private static final String LISTED = "listed";

    private final Procedures procedures;
    private final ClosedTemplates templates;

    ContentPages(Procedures procedures, MessageSource messages) {
        this.procedures = procedures;
        this.templates = new ClosedTemplates(procedures, "", messages);
    }

    @EventListener(ProceduresChanged.class)
    void readAnew() {
        templates.readAnew();
    }

    /**
     * The part of a dossier's page that its procedure has, HTML; empty for one that shows nothing.
     *
     * @param dossier the fields that the page shows
     */
    String show(String process, Map<String, Object> dossier, Locale language) {
        var own = procedures.find(process, PAGE + ".html").isPresent();
        return !own && !dossier.containsKey(LISTED) ? ""
                : templates.fill(own ? process + "/" + PAGE : LISTED, CONTENT, Map.of("dossier", dossier), language);
    }
}
