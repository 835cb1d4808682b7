package vn.phongtrao.model;

import vn.phongtrao.refusal.Refusal;

/** Fields that are needed in some cases only, so that no constraint of a record says it. */
final class Needed {

    private Needed() {
    }

    /** @throws Refusal malformed, naming the field, for null */
    static <T> T require(String field, T value) {
        if (value == null) {
            throw Refusal.malformed(field, "bắt buộc nhập");
        }
        return value;
    }
}
