package vn.phongtrao.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresource.SpringResourceTemplateResource;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/** Finds the template {@code <key>/<name>} in the folder of that procedure, and leaves others to other resolvers. */
public class ProcedureTemplates extends AbstractConfigurableTemplateResolver {

    private final Procedures procedures;
    private final String folder;

    /** @param folder where the templates lie in those of the procedures, for example {@code papers/}; may be empty */
    public ProcedureTemplates(Procedures procedures, String folder) {
        this.procedures = procedures;
        this.folder = folder;
        setSuffix(".html");
        setCharacterEncoding(StandardCharsets.UTF_8.name());
        setOrder(1);
    }

    @Override
    protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
                                                        String template, String file, String encoding,
                                                        Map<String, Object> attributes) {
        var slash = file.indexOf('/');
        return slash < 0 ? null : procedures.find(file.substring(0, slash), folder + file.substring(slash + 1))
                .map(found -> new SpringResourceTemplateResource(found, encoding)).orElse(null);
    }
}
