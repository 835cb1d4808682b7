package vn.phongtrao.unit;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What those who hold a post are called: by the unit in charge on the day that is spoken of, as papers of that day name
 * it.
 */
@Component
public class Titles {

    private final Units units;
    private final MessageSource messages;

    Titles(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    /** For example {@code Trưởng Công an thị trấn Ngan Dừa}. @param on the day whose unit in charge is named */
    public String of(Post post, LocalDate on) {
        return acting(post, on).map(unit -> messages.getMessage(unit.titleKey(post.position()),
                new Object[] {unit.name()}, LocaleContextHolder.getLocale())).orElse(post.group());
    }

    /** The same as rules and forms say it, whoever reads. */
    public String inVietnamese(Post post, LocalDate on) {
        return acting(post, on).map(unit -> unit.title(post.position())).orElse(post.group());
    }

    private Optional<Unit> acting(Post post, LocalDate on) {
        return units.find(post.unitPath()).map(unit -> units.acting(unit.path(), on));
    }
}
