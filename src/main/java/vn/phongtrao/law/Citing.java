package vn.phongtrao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a dossier cites documents: by the days on which it was received and decided, and what was known on the latter. */
public final class Citing {

    private static final String NUMBER = "(?<![\\p{L}\\d/-])%s(?![\\p{L}\\d/-])";

    private final Citation.Law law;
    private final LocalDate receivedOn;
    private final LocalDate decidedOn;

    Citing(Citation.Law law, LocalDate receivedOn, LocalDate decidedOn) {
        this.law = law;
        this.receivedOn = receivedOn;
        this.decidedOn = decidedOn;
    }

    /** @param id of a document in the register */
    public Citation of(String id) {
        return law.cite(id, receivedOn, decidedOn);
    }

    /** The documents that somebody's own words name by their numbers. */
    public List<Citation> in(String words) {
        return named(words).map(document -> of(document.id())).toList();
    }

    /** Somebody's own words, with what has become of the documents that they name by their numbers. */
    public String remarked(String words) {
        return words + named(words).map(document -> of(document.id()).remark(document)).collect(Collectors.joining());
    }

    private Stream<LegalDocument> named(String words) {
        return law.documents().values().stream().filter(document -> document.number() != null
                && Pattern.compile(NUMBER.formatted(Pattern.quote(document.number()))).matcher(words).find());
    }
}
