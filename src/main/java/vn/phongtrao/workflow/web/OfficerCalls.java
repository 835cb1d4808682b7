package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;

/**
 * The calls of the engine's REST API that officers and systems have; everything else is for administrators. The same
 * list holds for {@code /engine-rest} and for the webapps' own copy of the API. What a call may touch is decided by
 * {@code workflow.session}: own tasks; starting a process and completing a task by the gate alone.
 */
class OfficerCalls extends OncePerRequestFilter {

    private static final List<Call> CALLS = Stream.of(
            calls("GET", "/engine", "/version",
                    "/task", "/task/count", "/task/{id}", "/task/{id}/form", "/task/{id}/deployed-form",
                    "/task/{id}/form-variables", "/task/{id}/identity-links", "/task/{id}/variables",
                    "/process-definition", "/process-definition/count",
                    // the statistics count every unit's instances
                    "/process-definition/{id:(?!statistics$).+}",
                    "/process-definition/{id}/{part:startForm|deployed-start-form|form-variables|xml|diagram}",
                    "/process-definition/key/{key}",
                    "/process-definition/key/{key}/{part:startForm|deployed-start-form|form-variables|xml|diagram}",
                    "/filter", "/filter/count", "/filter/{id}", "/filter/{id}/list", "/filter/{id}/count",
                    "/filter/{id}/singleResult", "/authorization/check", "/user/{id}/profile", "/identity/groups"),
            calls("POST", "/task", "/task/count", "/task/{id}/claim", "/task/{id}/unclaim", "/task/{id}/complete",
                    "/task/{id}/submit-form",
                    "/process-definition/{id}/{start:submit-form|start}",
                    "/process-definition/key/{key}/{start:submit-form|start}",
                    "/filter/{id}/list", "/filter/{id}/count", "/filter/{id}/singleResult"),
            calls("OPTIONS", "/filter", "/filter/{id}", "/task")).flatMap(calls -> calls).toList();

    private final CurrentOfficer officer;
    private final String prefix;
    private final ProblemWriter problems;

    /** @param prefix what stands before the API's own paths, for example {@code /engine-rest} */
    OfficerCalls(CurrentOfficer officer, String prefix, ProblemWriter problems) {
        this.officer = officer;
        this.prefix = prefix;
        this.problems = problems;
    }

    private record Call(String method, PathPattern path) {

        boolean matches(String requestMethod, PathContainer requestPath) {
            return method.equals(requestMethod) && path.matches(requestPath);
        }
    }

    private static Stream<Call> calls(String method, String... paths) {
        return Stream.of(paths).map(path -> new Call(method, PathPatternParser.defaultInstance.parse(path)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (officer.get().administrator() || allowed(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, Refusal.forbidden("Bạn không có quyền gọi chức năng này"));
        }
    }

    private boolean allowed(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length() + prefix.length())
                .replaceFirst("^/engine/[^/]+(?=/.)", "").replaceFirst("/$", "");
        return allows(request.getMethod(), path);
    }

    /** @param path without what stands before the API's own paths */
    static boolean allows(String method, String path) {
        var container = PathContainer.parsePath(path);
        return CALLS.stream().anyMatch(call -> call.matches(method, container));
    }
}
