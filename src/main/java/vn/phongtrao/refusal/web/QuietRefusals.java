package vn.phongtrao.refusal.web;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;

/** Spring warns of each request that it refuses, with the values that were sent: whatever they name, it is not for the log. */
@Component
class QuietRefusals implements WebMvcConfigurer {

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.stream().filter(AbstractHandlerExceptionResolver.class::isInstance)
                .map(AbstractHandlerExceptionResolver.class::cast).forEach(resolver -> resolver.setWarnLogCategory(""));
    }
}
