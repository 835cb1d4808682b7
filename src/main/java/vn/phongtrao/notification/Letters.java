package vn.phongtrao.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.phongtrao.language.Language;
import vn.phongtrao.text.Wording;

/** Writes mails in the language that somebody has chosen. What a dossier is about is read where one signs in. */
@Component
class Letters {

    private static final int MOST_LINES = 50;

    private final MessageSource words;
    private final NoticeProperties properties;

    Letters(MessageSource words, NoticeProperties properties) {
        this.words = words;
        this.properties = properties;
    }

    /** Of one notice. */
    Letter of(Told notice, Language language) {
        return new Letter(say(language, "mail.notice.subject", notice.about(), text(notice, language)),
                String.join("\n", paragraph(notice, language), "", foot(language)));
    }

    /** Of all that a person was told since the last one. */
    Letter digest(LocalDate day, List<Told> notices, Language language) {
        var lines = notices.stream().limit(MOST_LINES).map(notice -> paragraph(notice, language) + "\n");
        var more = notices.size() > MOST_LINES
                ? Stream.of(say(language, "mail.digest.more", notices.size() - MOST_LINES) + "\n") : Stream.<String>empty();
        return new Letter(say(language, "mail.digest.subject", notices.size(), Wording.day(day)),
                Stream.of(Stream.of(say(language, "mail.digest.about") + "\n"), lines, more, Stream.of(foot(language)))
                        .flatMap(part -> part).collect(Collectors.joining("\n")));
    }

    private String paragraph(Told notice, Language language) {
        return Stream.of(Optional.of(notice.about()), Optional.of(text(notice, language)),
                        Optional.ofNullable(notice.dueOn()).map(day -> say(language, "mail.due", Wording.day(day))),
                        address(notice.page()))
                .flatMap(Optional::stream).collect(Collectors.joining("\n"));
    }

    private String text(Told notice, Language language) {
        return say(language, "notice." + notice.kind().id(), notice.taskName());
    }

    private String foot(Language language) {
        return Stream.concat(Stream.of(say(language, "mail.foot")), address("notices").stream())
                .collect(Collectors.joining("\n"));
    }

    /** Empty while nobody said where people reach this application. */
    private Optional<String> address(String path) {
        return Optional.ofNullable(properties.publicUrl()).map(base ->
                base + (base.toString().endsWith("/") ? "" : "/") + path);
    }

    private String say(Language language, String key, Object... arguments) {
        return words.getMessage(key, arguments, language.locale());
    }
}
