package vn.phongtrao.citizen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * The paper that a person is known by. Everybody who has a citizen number is known by it; others by the nine digits of a
 * former identity card (valid until 31/12/2024: Luật Căn cước 2023, Điều 46 khoản 2) or by a travel document.
 *
 * @param number as people write it, or masked where it is known already
 * @param issuer code of the state that issued a travel document ({@link States}); null for others
 */
public record PersonDocument(Kind kind, String number, String issuer) {

    /** Which paper it is. */
    public enum Kind {

        CITIZEN("citizen", "[0-9]{12}", "Số căn cước phải gồm 12 chữ số"),
        OLD_CARD("old-card", "[0-9]{9}", "Số chứng minh nhân dân phải gồm 9 chữ số"),
        TRAVEL("travel", "(?=[A-Z]*[0-9])[A-Z0-9]{6,15}", "Số hộ chiếu phải gồm 6 đến 15 chữ cái không dấu và chữ số");

        private final String id;
        private final Pattern pattern;
        private final String rule;

        Kind(String id, String pattern, String rule) {
            this.id = id;
            this.pattern = Pattern.compile(pattern);
            this.rule = rule;
        }

        @JsonValue
        public String id() {
            return id;
        }

        @JsonCreator
        public static Kind of(String id) {
            return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such document: " + id));
        }

        private boolean fits(String number) {
            return pattern.matcher(number).matches();
        }
    }

    private static final String SEPARATOR = ":";
    private static final int SHOWN = 3;

    public static PersonDocument citizen(String number) {
        return new PersonDocument(Kind.CITIZEN, number, null);
    }

    public static PersonDocument oldCard(String number) {
        return new PersonDocument(Kind.OLD_CARD, number, null);
    }

    public static PersonDocument travel(String issuer, String number) {
        return new PersonDocument(Kind.TRAVEL, number, issuer);
    }

    /** Those that may be meant by a number alone: travel documents of every state, where it can be one. */
    static Stream<PersonDocument> meant(String number) {
        var written = written(number);
        var digits = written.matches("[0-9]*");
        var local = Stream.of(Kind.CITIZEN, Kind.OLD_CARD).filter(kind -> kind.fits(written))
                .map(kind -> new PersonDocument(kind, written, null));
        var travel = Kind.TRAVEL.fits(written) && !(digits && written.length() > 9)
                ? States.codes().stream().map(state -> travel(state, written)) : Stream.<PersonDocument>empty();
        return Stream.concat(local, travel);
    }

    /**
     * As it is compared: capital letters and digits, without what divides them.
     *
     * @param field where the number stands
     * @throws Refusal malformed, naming the field, where such a document has no such number
     */
    PersonDocument require(String field) {
        var written = kind == Kind.CITIZEN || number == null ? number : written(number);
        if (kind != Kind.CITIZEN && number != null && CitizenNumbers.isMasked(number)) {
            throw Refusal.malformed(field, "Đổi loại giấy tờ hoặc nước cấp thì nhập lại cả số, không để dấu *");
        }
        if (written == null || !kind.fits(written)) {
            throw Refusal.malformed(field, kind.rule);
        }
        if (kind == Kind.TRAVEL && States.name(issuer).isEmpty()) {
            throw Refusal.malformed(field, "Không có nước cấp giấy tờ mang mã này");
        }
        if (States.VIETNAM.equals(issuer) && written.matches("[0-9]+")) {
            throw Refusal.malformed(field, "Số hộ chiếu Việt Nam bắt đầu bằng chữ cái; số chỉ gồm chữ số thì ghi là "
                    + "số căn cước hoặc chứng minh nhân dân");
        }
        return new PersonDocument(kind, written, issuer);
    }

    private static String written(String number) {
        return PlainText.kept(number).replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    /** What is sealed and digested: of citizen numbers the bare digits, as before there were others. */
    String sealedText() {
        return switch (kind) {
            case CITIZEN -> number;
            case OLD_CARD -> kind.id + SEPARATOR + number;
            case TRAVEL -> String.join(SEPARATOR, kind.id, issuer, number);
        };
    }

    /** @param text as {@link #sealedText} gave it */
    static PersonDocument ofSealed(String text) {
        var parts = text.split(SEPARATOR);
        return switch (parts.length) {
            case 1 -> citizen(text);
            case 2 -> oldCard(parts[1]);
            default -> travel(parts[1], parts[2]);
        };
    }

    /** As people are shown it: the last three characters; of citizen numbers the first digit, too. */
    String mask() {
        var first = kind == Kind.CITIZEN ? 1 : 0;
        return number.substring(0, first) + "*".repeat(number.length() - SHOWN - first)
                + number.substring(number.length() - SHOWN);
    }

    /** Empty for all but citizen numbers: the others say nothing of whom they belong to. */
    Optional<Holder> holder() {
        return kind == Kind.CITIZEN ? Optional.of(Holder.of(number)) : Optional.empty();
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "PersonDocument[" + kind.id + "]";
    }
}
