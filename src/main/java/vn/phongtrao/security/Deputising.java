package vn.phongtrao.security;

import vn.phongtrao.unit.Post;

/**
 * In whose place somebody acts under a post that is not their own.
 *
 * @param absent     user name of who holds the post
 * @param absentName full name; null where it is not known
 * @param title      the deputy's own title as papers print it: {@code PHÓ CHỦ TỊCH}
 */
public record Deputising(Post post, String absent, String absentName, Manner manner, String title) {

    /** The same under another unit's post of that position, whose business goes on with this one. */
    Deputising under(Post other) {
        return new Deputising(other, absent, absentName, manner, title);
    }

    /** {@code KT. Nguyễn Văn Mẫu}. */
    public String forWhom() {
        return manner.abbreviation() + " " + (absentName == null ? absent : absentName);
    }
}
