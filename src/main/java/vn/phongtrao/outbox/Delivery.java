package vn.phongtrao.outbox;

/**
 * How an attempt went.
 *
 * @param answer a code or a few words, without anything of a person
 */
public record Delivery(Result result, String answer) {

    public enum Result {
        SENT,
        /** It is tried again. */
        FAILED,
        /** It is tried again, and others need not be tried now: nobody answers. */
        NOBODY_THERE,
        /** It will not be taken another time either. */
        REFUSED
    }

    public static Delivery sent(String answer) {
        return new Delivery(Result.SENT, answer);
    }

    public static Delivery failed(String answer) {
        return new Delivery(Result.FAILED, answer);
    }

    public static Delivery nobodyThere(String answer) {
        return new Delivery(Result.NOBODY_THERE, answer);
    }

    public static Delivery refused(String answer) {
        return new Delivery(Result.REFUSED, answer);
    }
}
