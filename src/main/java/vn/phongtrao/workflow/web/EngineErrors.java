package vn.phongtrao.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.web.context.support.WebApplicationContextUtils;

import vn.phongtrao.refusal.StatusText;
import vn.phongtrao.security.CurrentOfficer;

/**
 * Puts the errors that the engine answers itself into Vietnamese. A fault tells nobody what happened inside: that is in
 * the log. Administrators read the engine's own words too.
 */
class EngineErrors implements ContainerResponseFilter {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FAULT = 500;

    @Context
    private ServletContext servlets;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof ExceptionDto error)) {
            return;
        }
        if (OptimisticLockingException.class.getSimpleName().equals(error.getType())) {
            response.setStatus(CONFLICT);
        }
        var status = response.getStatus();
        if (status >= FAULT || !administrator()) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", status >= FAULT ? "Fault" : "Refusal");
            body.put("message", said(status));
            body.put("code", status >= FAULT ? null : error.getCode());
            response.setEntity(body);
        } else if (request.getUriInfo().getBaseUri().getPath().contains("/camunda/api/")) {
            error.setMessage("%s (%s)".formatted(said(status), error.getMessage()));
        }
    }

    private static String said(int status) {
        return status == NOT_FOUND ? "Không tìm thấy, hoặc không có quyền xem" : StatusText.of(status);
    }

    private boolean administrator() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servlets).getBean(CurrentOfficer.class)
                .get().administrator();
    }
}
