package vn.phongtrao.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/**
 * What a new dossier can begin with: the content of an earlier one that the officer may see anyway. What belongs to that
 * dossier alone stays behind, see {@code Form.repeatable}. Citizen numbers stay behind, too: once entered they are shown
 * to nobody, and a number that whoever proposes cannot read is one that he cannot answer for. He types it again from the
 * papers of today, which also finds namesakes.
 */
@Component
public class EarlierDossiers {

    private static final int MOST = 50;

    private final DossierRegister register;
    private final Dossiers dossiers;
    private final Contents contents;
    private final FormLists forms;

    EarlierDossiers(DossierRegister register, Dossiers dossiers, Contents contents, FormLists forms) {
        this.register = register;
        this.dossiers = dossiers;
        this.contents = contents;
        this.forms = forms;
    }

    /** @param title what it was about */
    public record Earlier(DossierNumber number, String title, Instant openedAt) {
    }

    /**
     * The latest that the officer may see.
     *
     * @param text what finds it, as in the list of dossiers; null for all
     * @throws Refusal not found or forbidden, unless the officer can start the process
     */
    public List<Earlier> of(String process, String text, Officer officer) {
        forms.startForm(process, officer);
        var filter = new DossierRegister.Filter(process, null, null, null, null, text, null, null, null, null, null);
        return register.first(MOST, filter, officer, Sort.by("openedAt").descending()).stream()
                .map(entry -> new Earlier(entry.number(), entry.title(), entry.openedAt())).toList();
    }

    /**
     * What of an earlier dossier the start form can be filled with, by its fields.
     *
     * @throws Refusal not found or forbidden, unless the officer can start the process and see that dossier of it
     */
    @Transactional(readOnly = true)
    public Map<String, Object> fields(String process, DossierNumber number, Officer officer) {
        var form = forms.startForm(process, officer);
        var dossier = dossiers.requireVisible(number, officer);
        if (!dossier.process().equals(process)) {
            throw Refusal.notFound("Hồ sơ %s thuộc thủ tục khác".formatted(number));
        }
        return form.repeatable(repeatable(contents.require(process), dossier));
    }

    private static Map<String, Object> repeatable(DossierContent<?, ?> content, Dossier dossier) {
        return Binding.plain(content.repeatable(dossier));
    }
}
