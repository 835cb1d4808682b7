package vn.phongtrao.unit;

import java.beans.PropertyEditorSupport;

/**
 * Reads a field of a page where a unit may be chosen; left empty, none is asked for. It is not called after the type, by
 * which every call of the API would find it.
 */
public class ChosenUnit extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        setValue(text.isEmpty() ? null : UnitPath.of(text));
    }
}
