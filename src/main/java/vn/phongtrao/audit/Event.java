package vn.phongtrao.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.unit.UnitPath;

/**
 * What the trail tells of one act.
 *
 * @param at       when it was
 * @param account  user name; null for the program itself
 * @param unitPath the highest unit of a post of the account; null without one
 * @param status   of the answer over HTTP; null where it was written before there was one
 * @param origin   address of who called
 */
record Event(long id, Instant at, String account, UnitPath unitPath, Kind kind, String act, String dossier, String subject, Outcome outcome,
             Integer status, String origin) {

    static Event of(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit_path");
        return new Event(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("account"), unit == null ? null : UnitPath.of(unit),
                Kind.of(row.getString("kind")), row.getString("act"), row.getString("dossier"), row.getString("subject"),
                Outcome.of(row.getString("outcome")), row.getObject("status", Integer.class), row.getString("origin"));
    }

    /**
     * SHA-256 of what it says: each value in UTF-8 behind its length in bytes and a colon, in the order above, the time in microseconds since
     * 1970, {@code -} for none.
     */
    byte[] digest() {
        var micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
        return sha256().digest(Stream.of(id, micros, account, unitPath == null ? null : unitPath.value(), kind.id(), act, dossier, subject, outcome.id(),
                status, origin).map(Event::field).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }

    private static String field(Object value) {
        var text = Objects.toString(value, null);
        return text == null ? "-" : text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
