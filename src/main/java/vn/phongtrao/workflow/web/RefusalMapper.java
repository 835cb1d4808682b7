package vn.phongtrao.workflow.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

import vn.phongtrao.refusal.Refusal;

/** Answers refusals from inside the engine's REST resources with their own status. */
class RefusalMapper implements ExceptionMapper<Refusal> {

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Refusal refusal) {
        return Response.status(refusal.kind().status()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(calledByWebapp() ? ProblemWriter.shown(refusal) : ProblemWriter.body(refusal)).build();
    }

    private boolean calledByWebapp() {
        return uri.getBaseUri().getPath().contains("/camunda/api/");
    }
}
