package vn.phongtrao.dossier;

import java.beans.PropertyEditorSupport;

/**
 * Processes know a number as text; expressions of models find this class by its name, and hand beans what they ask for.
 */
public class DossierNumberEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        setValue(DossierNumber.of(text));
    }
}
