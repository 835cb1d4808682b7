package vn.phongtrao.refusal.web;

import java.beans.PropertyEditorSupport;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/** Every text of an address or of a page's fields is plain text in one line, as that of bodies and forms is. */
@ControllerAdvice
class PlainParameters {

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
