package vn.phongtrao.unit;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What pages call those who hold a post, in the language of the person who reads. */
@Component
public class Titles {

    private final Units units;
    private final MessageSource messages;

    Titles(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    /** For example {@code Trưởng Công an thị trấn Ngan Dừa}. */
    public String of(Post post) {
        return units.find(post.unitPath()).map(unit -> messages.getMessage(unit.titleKey(post.position()),
                new Object[] {unit.name()}, LocaleContextHolder.getLocale())).orElse(post.group());
    }
}
