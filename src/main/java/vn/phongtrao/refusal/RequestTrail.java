package vn.phongtrao.refusal;

import java.util.Optional;

import org.slf4j.MDC;

/**
 * What leads from an answer to the lines of the log about it: a name that each request gets from us, and the dossier that it was about. Both
 * stand beside whatever is logged meanwhile; neither says who asked.
 */
public final class RequestTrail {

    /** The name is in each answer under this header, and in problem details as {@value #PROPERTY}. */
    public static final String HEADER = "X-Request-Id";
    public static final String PROPERTY = "request";

    private static final String DOSSIER = "dossier";

    private RequestTrail() {
    }

    /** A request begins on this thread. */
    public static void begin(String name) {
        MDC.put(PROPERTY, name);
    }

    /** It has ended; the thread goes on with others. */
    public static void end() {
        MDC.remove(PROPERTY);
        MDC.remove(DOSSIER);
    }

    /** The name of the request on this thread; empty where the program does something by itself. */
    public static Optional<String> name() {
        return Optional.ofNullable(MDC.get(PROPERTY));
    }

    /** The dossier that the request on this thread is about; empty where it is about none, or not yet. */
    public static Optional<String> dossier() {
        return Optional.ofNullable(MDC.get(DOSSIER));
    }

    /** The request is about that dossier. What the program does by itself goes from one to the next, and says which by itself. */
    public static void about(Object dossierNumber) {
        if (MDC.get(PROPERTY) != null) {
            MDC.put(DOSSIER, dossierNumber.toString());
        }
    }
}
