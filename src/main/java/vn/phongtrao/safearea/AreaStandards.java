package vn.phongtrao.safearea;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** What the rules say of safe areas: who is judged, by which criteria, and when. */
@Component
class AreaStandards {

    private final Rules rules;

    AreaStandards(Rules rules) {
        this.rules = rules;
    }

    record Year(String subject, int year) {
    }

    record BodyType(String kind, String type) {
    }

    /** @param included whether bodies of that type are judged at all */
    @RowOf(value = "safe-area-subject", asked = BodyType.class, single = true)
    record Subject(boolean included, String legalBasis) {
    }

    List<Criterion> criteria(AreaKind kind, int year, Days days) {
        return rules.rows("safe-area-criteria", days, new Year(kind.id(), year), Criterion.class);
    }

    /** @throws Refusal rule broken, when no rule is in force for those days */
    Window window(AreaKind kind, int year, Days days) {
        return rules.row("safe-area-window", days, new Year(kind.id(), year), Window.class);
    }

    /** The same; empty when no rule is in force for those days. */
    Optional<Window> findWindow(AreaKind kind, int year, Days days) {
        return rules.rows("safe-area-window", days, new Year(kind.id(), year), Window.class).stream().findFirst();
    }

    /**
     * That a body is judged at all: small enterprises, primary schools and kindergartens are not (Thông tư
     * 124/2021/TT-BCA, Điều 1 khoản 2 điểm b).
     *
     * @throws Refusal rule broken, naming field {@code type}, for a body of another type
     */
    void requireSubject(AreaKind kind, String type, Days days) {
        var found = rules.rows("safe-area-subject", days, new BodyType(kind.id(), type), Subject.class).stream().findFirst();
        if (!found.map(Subject::included).orElse(false)) {
            throw Refusal.broken("type", "%s loại này không thuộc đối tượng xét".formatted(kind.label()),
                    found.map(Subject::legalBasis).orElse(null));
        }
    }
}
