package vn.phongtrao.workflow.web;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/** What the engine answers with status 500 because Keycloak or the database does not answer it. */
abstract class OutOfReach<E extends RuntimeException> implements ExtendedExceptionMapper<E> {

    private static final Logger LOG = LoggerFactory.getLogger(OutOfReach.class);

    /** How the REST layer words whatever Keycloak did not answer, without what caused it. */
    private static final Pattern ASKING_KEYCLOAK = Pattern.compile("Exception while performing (user|group) query: .*", Pattern.DOTALL);

    @Override
    public boolean isMappable(E thrown) {
        return outage(thrown).isPresent();
    }

    private static Optional<Refusal> outage(Throwable thrown) {
        return thrown instanceof RestException && ASKING_KEYCLOAK.matcher(String.valueOf(thrown.getMessage())).matches()
                ? Optional.of(Refusal.unavailable(Outage.KEYCLOAK)) : Outage.in(thrown);
    }

    @Override
    public Response toResponse(E thrown) {
        LOG.warn("Out of reach: {}", Outage.cause(thrown));
        return RefusalMapper.response(outage(thrown).orElseThrow(), ProblemWriter::body);
    }

    /** Of the engine itself. */
    static class OfEngine extends OutOfReach<ProcessEngineException> {
    }

    /** Of the engine, wrapped by its REST layer. */
    static class OfRest extends OutOfReach<RestException> {
    }

    /** Of what the engine calls. */
    static class OfOthers extends OutOfReach<RuntimeException> {
    }
}
