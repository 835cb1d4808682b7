package vn.phongtrao.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * An authority as it is written on paper at a date (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 *
 * @param post         whose papers these are
 * @param unitName     the unit's name within a sentence, for example {@code tỉnh Bạc Liêu}
 * @param place        where its documents are dated, for example {@code Bạc Liêu}
 * @param abbreviation in the symbol of its documents, for example {@code UBND}
 * @param superior     the body above it; null where none is written
 * @param body         the body that issues, for example {@code Ủy ban nhân dân tỉnh Bạc Liêu}
 * @param name         who decides or is written to, for example {@code Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu}
 * @param head         above the signature, for example {@code Chủ tịch}
 * @param proposer     on whose proposal it decides; null where it does not decide
 * @param executors    who carries its decisions out; null where it does not decide
 * @param recipients   who gets its decisions
 */
public record Authority(Post post, String unitName, String place, String abbreviation, String superior,
                        String body, String name, String head, String proposer, String executors,
                        List<String> recipients) {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    /** Before the unit's name, and before what a council is for. */
    private static final Pattern BREAK = Pattern.compile(" (?=(?iu:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã"
            + "|đặc khu) [\\p{Lu}\\d]|Thi đua - )");

    public Position position() {
        return post.position();
    }

    /** How many capitals stand beside the national motto in one line. */
    private static final int LINE = 24;

    /** A council that the authority has set up, as the head of its papers names it. */
    public Authority council(String council) {
        return new Authority(post, unitName, place, abbreviation, body, council, council, head, null, null, List.of());
    }

    /**
     * What stands above the signature of somebody who signs for the head (Nghị định 30/2020/NĐ-CP, Phụ lục I): {@code KT.
     * CHỦ TỊCH} and {@code PHÓ CHỦ TỊCH}.
     */
    public List<String> signedFor(String manner, String title) {
        return List.of(manner + " " + head.toUpperCase(VIETNAMESE), title.toUpperCase(VIETNAMESE));
    }

    /** The issuing body as the head of a document writes it: capitals, a long one with the unit on a line of its own. */
    public List<String> bodyLines() {
        return lines(body);
    }

    /** The body above it in the same way; empty where none is written. */
    public List<String> superiorLines() {
        return superior == null ? List.of() : lines(superior);
    }

    private static List<String> lines(String body) {
        return Arrays.stream(BREAK.split(body, body.length() > LINE ? 2 : 1)).map(line -> line.toUpperCase(VIETNAMESE)).toList();
    }
}
