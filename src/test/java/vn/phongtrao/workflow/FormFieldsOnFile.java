package vn.phongtrao.workflow;

import vn.phongtrao.dossier.FormFields;

/** What forms declare, for tests without the application. */
public final class FormFieldsOnFile {

    private FormFieldsOnFile() {
    }

    public static FormFields reader() {
        return new FormsOfFiles();
    }
}
