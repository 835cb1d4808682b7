package vn.phongtrao.refusal.web;

import java.time.LocalDate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonMappingException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;

/** What problem details say. */
final class Problems {

    static final String MISSING = "chưa nhập";

    private Problems() {
    }

    /** A problem of which no more is known than its status. */
    static ProblemDetail of(HttpStatusCode status) {
        return of(status, switch (status.value()) {
            case 400 -> "Yêu cầu không đọc được";
            case 401 -> "Hãy đăng nhập rồi thử lại";
            case 403 -> "Không có quyền thực hiện việc này";
            case 404 -> "Không có địa chỉ này";
            case 405 -> "Địa chỉ này không nhận phương thức đã gửi";
            case 406 -> "Không trả lời được theo định dạng được yêu cầu";
            case 409 -> "Có người vừa thay đổi trước; hãy tải lại rồi thử lại";
            case 413 -> "Nội dung gửi lên quá lớn";
            case 415 -> "Không nhận nội dung theo định dạng đã gửi";
            case 503 -> "Hệ thống đang bận; hãy thử lại sau";
            default -> status.is4xxClientError() ? "Yêu cầu không thực hiện được"
                    : "Hệ thống gặp lỗi; hãy thử lại sau hoặc báo quản trị viên";
        });
    }

    static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status));
        return problem;
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "Yêu cầu không hợp lệ";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không được phép";
            case 404 -> "Không tìm thấy";
            case 409 -> "Đã thay đổi";
            case 422 -> "Trái quy định";
            default -> status.is4xxClientError() ? "Yêu cầu không được chấp nhận" : "Lỗi hệ thống";
        };
    }

    /** What a value of that type looks like; null for a type that is not known. */
    static String expected(Class<?> type) {
        if (type == null) {
            return "giá trị không đúng kiểu";
        }
        if (type == LocalDate.class) {
            return "phải là ngày theo dạng năm-tháng-ngày, ví dụ 2024-07-01";
        }
        if (Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))) {
            return "phải là số";
        }
        return type == Boolean.class || type == boolean.class ? "phải là true hoặc false" : "giá trị không đúng kiểu";
    }

    /** Where in the body the trouble is, for example {@code nominees[2].birthYear}. */
    static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
