package vn.phongtrao.citizen;

/** The keys of this node are not those that its database needs. */
class WrongCitizenKey extends RuntimeException {

    private static final String KNOWN = "Đặt đúng khóa đang dùng với cơ sở dữ liệu này (hoặc trỏ đến đúng cơ sở dữ liệu), rồi khởi động lại.";

    private final String remedy;

    private WrongCitizenKey(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** No key has sealed what is there. */
    static WrongCitizenKey unknown() {
        return new WrongCitizenKey("PHONGTRAO_CITIZEN_KEY không phải khóa đã mã hóa số căn cước trong cơ sở dữ liệu này.", KNOWN);
    }

    static WrongCitizenKey notInForce(String id, long rows) {
        return new WrongCitizenKey(("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này: thiếu khóa có mã %s đang dùng, đã mã hóa %d"
                + " mục.").formatted(id, rows), KNOWN);
    }

    static WrongCitizenKey stillNeeded(String id, long rows) {
        return new WrongCitizenKey("Thiếu khóa cũ có mã %s: còn %d mục mã hóa bằng khóa này.".formatted(id, rows),
                "Ghi lại khóa đó vào PHONGTRAO_CITIZEN_OTHERKEYS, khởi động lại, đợi trang Khóa mã hóa báo đã mã hóa lại xong rồi mới bỏ.");
    }

    static WrongCitizenKey notKnownEverywhere(String id, long nodes) {
        return new WrongCitizenKey("Chưa dùng được khóa mới có mã %s: %d máy đang chạy chưa biết khóa này.".formatted(id, nodes),
                "Trước hết ghi khóa mới vào PHONGTRAO_CITIZEN_OTHERKEYS của mọi máy và khởi động lại từng máy, rồi mới đổi PHONGTRAO_CITIZEN_KEY."
                        + " Máy bị tắt đột ngột thì đợi 90 giây.");
    }

    String remedy() {
        return remedy;
    }
}
