package vn.phongtrao.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A link of the chain.
 *
 * @param firstId number of the first event that it could hold, which follows the last one's last
 * @param lastAt  when the newest of its events was
 * @param members in the order of their numbers
 */
record Seal(long number, long firstId, long lastId, Instant lastAt, List<Member> members, byte[] hash) {

    /** An event, also of which nothing else is left. */
    record Member(long id, String kind, byte[] digest) {
    }

    static Seal of(ResultSet row, int index) throws SQLException {
        var ids = (Long[]) row.getArray("ids").getArray();
        var kinds = (String[]) row.getArray("kinds").getArray();
        var digests = (byte[][]) row.getArray("digests").getArray();
        return new Seal(row.getLong("number"), row.getLong("first_id"), row.getLong("last_id"),
                row.getTimestamp("last_at").toInstant(), IntStream.range(0, ids.length)
                        .mapToObj(at -> new Member(ids[at], kinds[at], digests[at])).toList(), row.getBytes("hash"));
    }

    /**
     * SHA-256 of the hash of the seal before (nothing for the first), number, first and last number of events and the time of the newest in
     * microseconds, each in eight bytes, and for each event its number, its kind behind its length in four bytes, and its digest.
     */
    byte[] reckoned(byte[] before) {
        var sha = Event.sha256();
        sha.update(before);
        sha.update(ByteBuffer.allocate(4 * Long.BYTES).putLong(number).putLong(firstId).putLong(lastId)
                .putLong(lastAt.getEpochSecond() * 1_000_000L + lastAt.getNano() / 1000).flip());
        members.forEach(one -> {
            var kind = one.kind.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(one.id).putInt(kind.length).flip());
            sha.update(kind);
            sha.update(one.digest);
        });
        return sha.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
