package vn.phongtrao.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that the system does not carry out. The message is Vietnamese and meant for the officer; nothing has
 * changed when it is thrown, because every transaction it passes through is rolled back.
 */
public final class Refusal extends RuntimeException {

    /** Why the request is refused, and the HTTP status that says so. */
    public enum Kind {
        MALFORMED(400), FORBIDDEN(403), NOT_FOUND(404), CONFLICT(409), RULE_BROKEN(422), UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String field;
    private final String legalBasis;
    private final List<Refusal> others;

    private Refusal(Kind kind, String field, String message, String legalBasis, List<Refusal> others) {
        super(message);
        this.kind = kind;
        this.field = field;
        this.legalBasis = legalBasis;
        this.others = others;
    }

    private Refusal(Kind kind, String field, String message, String legalBasis) {
        this(kind, field, message, legalBasis, List.of());
    }

    /**
     * All that is wrong with a request, so that it can be mended at once; the first speaks for all.
     *
     * @param refusals at least one, each about one field
     */
    public static Refusal all(List<Refusal> refusals) {
        var first = refusals.get(0);
        return new Refusal(first.kind, first.field, first.getMessage(), first.legalBasis,
                List.copyOf(refusals.subList(1, refusals.size())));
    }

    /** The message with the paragraph that it comes from, as people are told. */
    public String inWords() {
        return legalBasis == null ? getMessage() : "%s (%s)".formatted(getMessage(), legalBasis);
    }

    /** Everything that is refused: this one, and what was found beside it. */
    public List<Refusal> each() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /** The input cannot be read: wrong type, missing, unknown or out of range. */
    public static Refusal malformed(String field, String message) {
        return new Refusal(Kind.MALFORMED, field, message, null);
    }

    /** The person may not do this. */
    public static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, null, message, null);
    }

    /** What the request names does not exist, or is not the person's to see. */
    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, null, message, null);
    }

    /** Somebody was faster. */
    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, null, message, null);
    }

    /** Something that is needed does not answer; the same may be asked again later. */
    public static Refusal unavailable(String message) {
        return new Refusal(Kind.UNAVAILABLE, null, message, null);
    }

    /** The input is readable, but a rule forbids it. */
    public static Refusal broken(String field, String message) {
        return new Refusal(Kind.RULE_BROKEN, field, message, null);
    }

    /** The input is readable, but the law forbids it; {@code legalBasis} names the paragraph. */
    public static Refusal broken(String field, String message, String legalBasis) {
        return new Refusal(Kind.RULE_BROKEN, field, message, legalBasis);
    }

    /** The refusal among the causes of an exception, when there is one. */
    public static Optional<Refusal> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    /** Path of the offending field, for example {@code nominees[2].citizenId}. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Optional<String> legalBasis() {
        return Optional.ofNullable(legalBasis);
    }
}
