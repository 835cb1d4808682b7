package vn.phongtrao.dossier;

import java.util.List;
import java.util.function.Consumer;

import vn.phongtrao.authority.Jurisdiction;

/**
 * A proposal that has been examined, ready to become a dossier.
 *
 * @param form         variant of the process that the rule tables know, for example {@code province-merit}
 * @param type         kind of case that the rule tables know, for example {@code ad-hoc}
 * @param title        what lists show to those who may see the dossier; it may name nominees, so that no log, mail or engine
 *                     table has it
 * @param foundBy      what finds it beside number and title, see {@link Dossiers#foundBy}
 * @param jurisdiction who decides, or forwards the dossier to a higher authority
 * @param keep         keeps the content with the dossier, in the same transaction
 */
public record Opening(String form, String type, String title, List<String> foundBy, Jurisdiction jurisdiction,
                      Consumer<Dossier> keep) {

    /** Of a dossier whose title says it all. */
    public Opening(String form, String type, String title, Jurisdiction jurisdiction, Consumer<Dossier> keep) {
        this(form, type, title, List.of(), jurisdiction, keep);
    }
}
