package vn.phongtrao.workflow.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Registers {@link RefusalMapper}, {@link OutOfReach}, {@link CallerMistake} and {@link EngineErrors} with every JAX-RS application of the
 * process, the webapps' own included.
 */
public class RefusalFeature implements ForcedAutoDiscoverable {

    /** Camunda's mappers of the same exceptions have no priority. */
    private static final int BEFORE_CAMUNDA = 2;
    /** Whoever asks is not to blame for what does not answer. */
    private static final int FIRST = 1;

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(new RefusalMapper()).register(new EngineErrors())
                    .register(new OutOfReach.OfEngine(), FIRST).register(new OutOfReach.OfRest(), FIRST)
                    .register(new OutOfReach.OfOthers(), FIRST)
                    .register(new CallerMistake.OfEngine(), BEFORE_CAMUNDA)
                    .register(new CallerMistake.OfRest(), BEFORE_CAMUNDA)
                    .register(new CallerMistake.Unforeseen(), BEFORE_CAMUNDA);
        }
    }
}
