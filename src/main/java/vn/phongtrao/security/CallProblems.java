package vn.phongtrao.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.RequestTrail;
import vn.phongtrao.refusal.StatusText;

/** Answers calls of programs with problem details (RFC 9457) where a person would be sent to a page. */
class CallProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final ObjectMapper json;

    CallProblems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof AuthenticationServiceException) {
            unavailable(response, "Keycloak (nơi quản lý tài khoản) không trả lời nên chưa kiểm tra được mã truy cập; "
                    + "hãy thử lại sau");
            return;
        }
        challenge.commence(request, response, reason);
        write(response, HttpStatus.UNAUTHORIZED, reason instanceof AccountStatusException ? reason.getMessage()
                : "Chưa đăng nhập, phiên làm việc đã hết hạn hoặc mã truy cập không hợp lệ");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, reason instanceof CsrfException
                ? "Trang này thuộc một phiên làm việc đã kết thúc, hoặc yêu cầu không kèm mã truy cập; hãy tải lại trang rồi thực hiện lại"
                : "Bạn không có quyền thực hiện yêu cầu này");
    }

    /** @param detail why nothing can be done for now */
    void unavailable(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        write(response, HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // the webapps show people the message
        json.writeValue(response.getOutputStream(),
                Map.of("type", "about:blank", "title", StatusText.title(status.value()), "status", status.value(),
                        "detail", detail, "message", detail, RequestTrail.PROPERTY, RequestTrail.name().orElse("")));
    }
}
