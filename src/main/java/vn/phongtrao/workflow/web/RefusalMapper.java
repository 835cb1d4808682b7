package vn.phongtrao.workflow.web;

import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/** Answers refusals from inside the engine's REST resources with their own status. */
class RefusalMapper implements ExceptionMapper<Refusal> {

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Refusal refusal) {
        return response(refusal, calledByWebapp() ? ProblemWriter::shown : ProblemWriter::body);
    }

    static Response response(Refusal refusal, Function<Refusal, Map<String, Object>> body) {
        var response = Response.status(refusal.kind().status()).type(MediaType.APPLICATION_JSON_TYPE).entity(body.apply(refusal));
        return (refusal.kind() == Refusal.Kind.UNAVAILABLE ? response.header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER) : response).build();
    }

    private boolean calledByWebapp() {
        return uri.getBaseUri().getPath().contains("/camunda/api/");
    }
}
