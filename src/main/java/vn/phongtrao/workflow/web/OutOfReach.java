package vn.phongtrao.workflow.web;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.phongtrao.refusal.Outage;

/** What the engine answers with status 500 because Keycloak or the database does not answer it. */
abstract class OutOfReach<E extends RuntimeException> implements ExtendedExceptionMapper<E> {

    private static final Logger LOG = LoggerFactory.getLogger(OutOfReach.class);

    @Override
    public boolean isMappable(E thrown) {
        return Outage.in(thrown).isPresent();
    }

    @Override
    public Response toResponse(E thrown) {
        LOG.warn("Out of reach: {}", Outage.cause(thrown));
        return RefusalMapper.response(Outage.in(thrown).orElseThrow(), ProblemWriter::body);
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
