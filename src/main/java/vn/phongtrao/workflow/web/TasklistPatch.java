package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Lets Tasklist 7.24.0 complete forms with lists. It keeps the Start and Complete buttons disabled while the form's
 * {@code errors} object has any key, and a list without errors leaves an empty entry behind. The one expression is
 * replaced while the script is served, by a look for real messages.
 */
@Configuration(proxyBeanMethods = false)
class TasklistPatch implements WebMvcConfigurer {

    static final String SCRIPT = "camunda-tasklist-bootstrap.js";
    static final String FOLDER = "classpath:/META-INF/resources/webjars/camunda/app/tasklist/";
    static final String ANY_KEY = "!!Object.keys(e.errors).length";
    static final String ANY_MESSAGE =
            "(function m(o){return Array.isArray(o)?o.some(m):o&&typeof o==='object'?Object.values(o).some(m):!!o})(e.errors)";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // a pattern, because an exact address would be looked up whole below the folder
        registry.addResourceHandler("/camunda/app/tasklist/*.js")
                .addResourceLocations(FOLDER).resourceChain(true).addTransformer(new Patch());
    }

    private static final class Patch implements ResourceTransformer {

        @Override
        public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
                throws IOException {
            var transformed = chain.transform(request, resource);
            return new TransformedResource(transformed, patched(transformed).getBytes(StandardCharsets.UTF_8));
        }
    }

    static String patched(Resource script) throws IOException {
        return script.getContentAsString(StandardCharsets.UTF_8).replace(ANY_KEY, ANY_MESSAGE);
    }
}
