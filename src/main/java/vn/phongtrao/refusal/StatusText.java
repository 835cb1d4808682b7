package vn.phongtrao.refusal;

/** What an HTTP status means to an officer, where no more is known than the status. */
public final class StatusText {

    private StatusText() {
    }

    /** @param status 400 to 599 */
    public static String of(int status) {
        return switch (status) {
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
            default -> status < 500 ? "Yêu cầu không thực hiện được"
                    : "Hệ thống gặp lỗi; hãy thử lại sau hoặc báo quản trị viên";
        };
    }

    /** The same in two or three words. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "Yêu cầu không hợp lệ";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không được phép";
            case 404 -> "Không tìm thấy";
            case 409 -> "Đã thay đổi";
            case 422 -> "Trái quy định";
            default -> status < 500 ? "Yêu cầu không được chấp nhận" : "Lỗi hệ thống";
        };
    }
}
