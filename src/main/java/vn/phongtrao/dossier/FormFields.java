package vn.phongtrao.dossier;

import java.util.List;
import java.util.Map;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.ReadsFiles;

/** What the forms of procedures ask for. */
public interface FormFields extends ReadsFiles {

    /**
     * A procedure that is started with a form.
     *
     * @param name       what people call it
     * @param properties that its model has ({@code camunda:properties} of the process), by name
     * @param fields     of its start form and those of its tasks, in this order; several forms may ask for one key
     */
    record Asking(String process, String name, Map<String, String> properties, List<FormField> fields) {
    }

    /** Those among the files, by key. What cannot be read is passed over. */
    List<Asking> of(FileTree files);
}
