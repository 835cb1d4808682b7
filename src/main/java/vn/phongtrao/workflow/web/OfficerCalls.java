package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
 * The calls of the engine's REST API that officers and systems have, and those that nobody has; everything else is for
 * administrators. The same lists hold for {@code /engine-rest} and for the webapps' own copy of the API. What a call may
 * touch is decided by {@code workflow.session}: own tasks; starting a process and completing a task by the gate alone.
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

    private static final Supplier<Refusal> NO_FILES = () -> Refusal.forbidden("Biến không được là tệp hoặc đối tượng");
    private static final String UPLOADED = "/{of}/{id}/{scope:variables|localVariables}/{name}/data";
    /** What nobody has, administrators neither. */
    private static final Map<Call, Supplier<Refusal>> CLOSED = Map.of(
            call("POST", UPLOADED), NO_FILES, call("PUT", UPLOADED), NO_FILES,
            call("POST", "/identity/verify"), () -> Refusal.forbidden("Mật khẩu chỉ nhập tại trang đăng nhập"),
            call("POST", "/external-task/fetchAndLock"), () -> Refusal.notFound("Không có quy trình nào dùng nhiệm vụ ngoài"));

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
        return Stream.of(paths).map(path -> call(method, path));
    }

    private static Call call(String method, String path) {
        return new Call(method, PathPatternParser.defaultInstance.parse(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request.getMethod(), path(request));
        if (refusal.isPresent()) {
            problems.write(response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(String method, String path) {
        return officer.get().administrator() || allows(method, path) ? closed(method, path)
                : Optional.of(Refusal.forbidden("Bạn không có quyền gọi chức năng này"));
    }

    private String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length() + prefix.length())
                .replaceFirst("^/engine/[^/]+(?=/.)", "").replaceFirst("/$", "");
    }

    private static Optional<Refusal> closed(String method, String path) {
        var container = PathContainer.parsePath(path);
        return CLOSED.entrySet().stream().filter(closed -> closed.getKey().matches(method, container)).findFirst()
                .map(closed -> closed.getValue().get());
    }

    /** @param path without what stands before the API's own paths */
    static boolean allows(String method, String path) {
        var container = PathContainer.parsePath(path);
        return CALLS.stream().anyMatch(call -> call.matches(method, container));
    }
}
