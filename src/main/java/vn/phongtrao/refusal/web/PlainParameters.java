package vn.phongtrao.refusal.web;

import java.beans.PropertyEditorSupport;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * Every text of an address or of a page's fields is plain text in one line, as that of bodies and forms is. Of such fields a page reads
 * those that its record declares, and no path into one: a path would grow lists without end, or pass by what a page leaves out
 * (CVE-2026-59282 and CVE-2026-59374, which have no mended version), and was a fault where there is no list. No other name stands for a field, either ({@code !q}, {@code _q}).
 */
@ControllerAdvice
class PlainParameters {

    @InitBinder
    void declaredFields(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
        binder.setFieldDefaultPrefix(null);
        binder.setFieldMarkerPrefix(null);
    }

    @InitBinder
    void plainTexts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(String text) {
                PlainText.refused(text, false).ifPresent(why -> {
                    throw new IllegalArgumentException(Refusal.malformed(null, why));
                });
                setValue(PlainText.kept(text));
            }
        });
    }
}
