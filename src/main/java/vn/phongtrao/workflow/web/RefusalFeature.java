package vn.phongtrao.workflow.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Registers {@link RefusalMapper} and {@link EngineErrors} with every JAX-RS application of the process, the webapps'
 * own included.
 */
public class RefusalFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(new RefusalMapper()).register(new EngineErrors());
        }
    }
}
