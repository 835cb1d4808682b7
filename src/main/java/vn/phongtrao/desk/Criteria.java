package vn.phongtrao.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What a list was narrowed and sorted by, in the words of its page. */
@Component
class Criteria {

    private static final String DOWN = ",desc";

    private final RegisterShelf shelf;
    private final MessageSource texts;
    private final Units units;

    Criteria(RegisterShelf shelf, MessageSource texts, Units units) {
        this.shelf = shelf;
        this.texts = texts;
        this.units = units;
    }

    /** @param asked {@code sort=signedOn,desc; year=2024}; what the page has no word for stays as it is */
    String inWords(String list, String asked) {
        var register = shelf.all().stream().filter(one -> one.name().equals(list)).findFirst();
        return Arrays.stream(asked.split("; ")).map(one -> register.flatMap(known -> said(known, one)).orElse(one))
                .collect(Collectors.joining("; "));
    }

    private Optional<String> said(RegisterPage register, String one) {
        var at = one.indexOf('=');
        if (at < 0) {
            return Optional.empty();
        }
        var name = one.substring(0, at);
        var value = one.substring(at + 1);
        return name.equals("sort") ? order(register, value)
                : register.filters().stream().filter(filter -> filter.name().equals(name)).findFirst()
                        .map(filter -> say("query.asking", say(filter.label()), value(filter, value)));
    }

    private Optional<String> order(RegisterPage register, String value) {
        var by = value.split(",")[0];
        return register.columns().stream().filter(column -> by.equals(column.sort())).findFirst()
                .map(column -> say(value.endsWith(DOWN) ? "query.sorted-down" : "query.sorted", say(column.label())));
    }

    private String value(RegisterPage.Filter filter, String value) {
        if (filter.options() != null) {
            return filter.options().stream().filter(option -> option.id().equals(value)).findFirst()
                    .map(option -> say(option.key())).orElse(value);
        }
        return switch (String.valueOf(filter.type())) {
            case "unit" -> UnitPath.find(value).flatMap(units::find).map(Unit::fullName).orElse(value);
            case "date" -> day(value);
            default -> value;
        };
    }

    private static String day(String value) {
        try {
            return Wording.day(LocalDate.parse(value));
        } catch (DateTimeException none) {
            return value;
        }
    }

    private String say(String key, Object... with) {
        return texts.getMessage(key, with, LocaleContextHolder.getLocale());
    }
}
