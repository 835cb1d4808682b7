package vn.phongtrao.security;

/** The application is not told where people reach it, or something that is no such address. */
class NoPublicAddress extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoPublicAddress(String found) {
        super("""
                Chưa đặt đúng PHONGTRAO_URL, địa chỉ mà mọi người mở ứng dụng: %s. Địa chỉ này được in trên văn bản và không đổi được nữa.
                PHONGTRAO_URL, where people reach the application, is not set as it must be: %s. It is printed on papers for ever."""
                .formatted(found, found));
    }
}
