package vn.phongtrao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import vn.phongtrao.law.LegalChange.Act;
import vn.phongtrao.text.Wording;

/**
 * A document as a dossier may cite it.
 *
 * @param text      that follows "Căn cứ"
 * @param brief     by kind and number alone
 * @param document  that is cited: its successor, where it was replaced
 * @param endedFrom the day from which it is no longer in force, where nobody has settled what comes instead; else null
 * @param earlier   those that have changed it since the dossier was received, and that the dossier does not go by
 */
public record Citation(String text, String brief, LegalDocument document, LocalDate endedFrom,
                       List<LegalDocument> earlier) {

    /** A document that takes its own place would never come to an end. */
    private static final int MOST_SUCCESSORS = 10;

    /** All documents, and what has become of them in the order in which it was entered. */
    record Law(Map<String, LegalDocument> documents, List<LegalChange> changes) {

        Citation cite(String id, LocalDate receivedOn, LocalDate on) {
            return cite(id, receivedOn, on, MOST_SUCCESSORS);
        }

        private Citation cite(String id, LocalDate receivedOn, LocalDate on, int most) {
            var document = documents.get(id);
            var known = changes.stream().filter(change -> change.document().equals(id) && change.knownOn(on)).toList();
            var end = end(known).filter(change -> change.holds(receivedOn, on));
            if (end.isPresent() && end.get().act() == Act.REPLACED && most > 0) {
                return cite(end.get().by(), receivedOn, on, most - 1);
            }
            var ended = end.map(LegalChange::day).orElse(null);
            var amended = known.stream().filter(change -> change.act() == Act.AMENDED).toList();
            return new Citation(document.cited() + amendments(amended.stream().filter(change ->
                    change.holds(receivedOn, on)).toList()) + prolonged(end(known)) + remark(ended), document.brief() + remark(ended),
                    document, ended, amended.stream().filter(change -> change.byReceipt() && change.holds(on, on)
                            && !change.holds(receivedOn, on)).map(LegalChange::by).map(documents::get).toList());
        }

        /** What was said last of its end. */
        static Optional<LegalChange> end(List<LegalChange> changes) {
            return changes.stream().filter(change -> change.act() != Act.AMENDED).reduce((first, last) -> last);
        }

        private String amendments(List<LegalChange> amended) {
            return amended.isEmpty() ? "" : ", được sửa đổi, bổ sung bởi " + amended.stream().map(LegalChange::by)
                    .distinct().map(documents::get).map(LegalDocument::named).collect(Collectors.joining(", "));
        }

        private String prolonged(Optional<LegalChange> end) {
            return end.filter(change -> change.act() == Act.PROLONGED && change.by() != null).map(change ->
                    ", được kéo dài thời hạn áp dụng theo " + documents.get(change.by()).named()).orElse("");
        }

        private static String remark(LocalDate ended) {
            return ended == null ? "" : " (hết hiệu lực từ %s)".formatted(Wording.date(ended));
        }
    }

    /** What is said of a document after words that name it: that it has ended, or what took its place; else nothing. */
    String remark(LegalDocument named) {
        return (document.id().equals(named.id()) ? "" : " (được thay thế bởi %s)".formatted(document.named()))
                + Law.remark(endedFrom);
    }

    /** Whether officers are to be warned before they cite it. */
    public boolean settled() {
        return endedFrom == null;
    }
}
