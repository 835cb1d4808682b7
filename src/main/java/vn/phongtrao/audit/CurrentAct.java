package vn.phongtrao.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The request that runs, as the trail will tell it: addresses say most of it, and who knows more says so here. Without a request nothing is said.
 */
public final class CurrentAct {

    private static final String NAME = CurrentAct.class.getName();

    private final List<Part> parts = new ArrayList<>();
    private Identifiers identifiers = new Identifiers();
    private String dossier;
    private boolean told;
    /** Whether the transaction that is being committed tells it. */
    private boolean telling;

    private final boolean acts;

    private CurrentAct(boolean acts) {
        this.acts = acts;
    }

    /** What is asked for, or one of the things that are asked for at once. @param status of the answer, as HTTP has it */
    record Part(String dossier, Identifiers identifiers, int status) {

        private boolean refused() {
            return status >= HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    /** Begins what {@link #ended} ends. */
    static void begun(HttpServletRequest request) {
        request.setAttribute(NAME, new CurrentAct(Address.acts(request)));
    }

    /** Nothing that comes afterwards is of the act. */
    static void ended(HttpServletRequest request) {
        request.removeAttribute(NAME);
    }

    /** @return null outside of one that is told */
    static CurrentAct of(HttpServletRequest request) {
        return (CurrentAct) request.getAttribute(NAME);
    }

    /** @return null where none runs in this thread */
    static HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest() : null;
    }

    private static CurrentAct find() {
        var request = request();
        return request == null ? null : of(request);
    }

    /** The dossier that it is about, where the address does not tell. */
    public static void about(String dossierNumber) {
        var act = find();
        if (act != null) {
            act.dossier = Identifiers.plain(dossierNumber);
        }
    }

    /** What else it concerns. @param value null for nothing */
    public static void concerns(String name, Object value) {
        var act = find();
        if (act != null) {
            act.identifiers.with(name, value);
        }
    }

    /** Of several things that are asked for at once the next one is tried; what is said from now on is of it alone. */
    public static void part(String name, String value) {
        var act = find();
        if (act != null) {
            act.dossier = null;
            act.identifiers = new Identifiers().with(name, value);
        }
    }

    /** What became of it. @param status as HTTP has it */
    public static void partAnswered(int status) {
        var act = find();
        if (act != null) {
            act.parts.add(new Part(act.dossier, act.identifiers, status));
        }
    }

    /** It has been told to the trail, with more than the address says. */
    static void told() {
        var act = find();
        if (act != null) {
            act.told = true;
        }
    }

    /** @param changed whether the transaction that is about to be committed changes something, and so tells it */
    void changing(boolean changed) {
        telling = changed;
    }

    void committed(boolean done) {
        told |= telling && done;
        telling = false;
    }

    /** Whether it may change something, and has not been told. */
    boolean mayChange() {
        return acts && !told;
    }

    /**
     * What is to be told when it has been answered: of many things those that were refused, as those that were done are changes and told; of one thing all
     * that was not told.
     *
     * @param status of the whole
     */
    List<Part> answered(int status) {
        var whole = new Part(dossier, identifiers, status);
        var untold = !told && (parts.isEmpty() || whole.refused());
        return Stream.concat(parts.stream().filter(Part::refused), untold ? Stream.of(whole) : Stream.of()).toList();
    }

    /** As it stands, without an answer yet. */
    Part open() {
        return new Part(dossier, identifiers, 0);
    }
}
