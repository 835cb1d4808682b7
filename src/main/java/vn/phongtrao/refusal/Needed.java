package vn.phongtrao.refusal;

/** Fields that nothing can be done without. */
public final class Needed {

    /** What is said of a field that is missing; constraints of records say it too. */
    public static final String REQUIRED = "bắt buộc nhập";

    private Needed() {
    }

    /** For fields that are needed in some cases only. @throws Refusal malformed, naming the field, for null */
    public static <T> T require(String field, T value) {
        if (value == null) {
            throw Refusal.malformed(field, REQUIRED);
        }
        return value;
    }
}
