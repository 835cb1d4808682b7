package vn.phongtrao.procedure;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.language.Texts;

/** Hands the words of the procedures that are in force to those who say them. */
@Component
class ProcedureWords {

    private final Texts texts;

    ProcedureWords(Texts texts, Procedures procedures) {
        this.texts = texts;
        tell(new ProceduresChanged(procedures.files()));
    }

    @EventListener
    void tell(ProceduresChanged changed) {
        texts.take(changed.files().endingWith(".properties"));
    }
}
