package vn.phongtrao.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.stereotype.Component;

import vn.phongtrao.commendation.Citation;
import vn.phongtrao.commendation.Citation.Recipient;
import vn.phongtrao.decision.Authorities;
import vn.phongtrao.decision.Authority;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** The decision on a commendation, with those commended as its annex, and the certificates. */
@Component
class CommendationPapers {

    /** Whom annexes name first. */
    private static final List<String> ORDER = List.of("collective", "household", "individual");

    private final Press press;
    private final Authorities authorities;
    private final LegalBases bases;
    private final Signatories signatories;
    private final Verification verification;
    private final Units units;

    CommendationPapers(Press press, Authorities authorities, LegalBases bases, Signatories signatories,
                       Verification verification, Units units) {
        this.press = press;
        this.authorities = authorities;
        this.bases = bases;
        this.signatories = signatories;
        this.verification = verification;
        this.units = units;
    }

    /** One line of an annex; {@code bonus} as printed. */
    record Row(int number, String name, String birthYear, String address, String bonus) {
    }

    /** Those of one kind, under a heading such as {@code Tập thể}. */
    record Group(String heading, List<Row> rows) {
    }

    byte[] decision(Decision decision, Citation citation) {
        var authority = authorities.of(decision);
        var model = common(decision, authority, citation);
        var total = awarded(decision, citation).mapToLong(Recipient::bonus).sum();
        model.put("bases", bases.ofDecision(authority.position(), citation.form(), decision.signedOn()));
        model.put("bonusBasis", String.join("; ",
                bases.ofBonus(authority.position(), citation.form(), decision.signedOn())));
        model.put("total", total == 0 ? "" : Wording.amount(total));
        model.put("counts", counts(decision, citation));
        model.put("groups", groups(decision, citation));
        model.put("lastArticle", total == 0 ? 2 : 3);
        model.put("mark", verification.of(decision.code()));
        return press.print("decision", model);
    }

    byte[] certificate(Decision decision, Citation citation, Recipient recipient, boolean blank) {
        var model = common(decision, authorities.of(decision), citation);
        model.put("recipient", recipient);
        model.put("address", address(recipient, decision.unitPath()));
        model.put("blank", blank);
        model.put("mark", verification.of(recipient.code()));
        return press.print("certificate", model);
    }

    /**
     * Writes a ZIP with one PDF for each nominee awarded, one after the other.
     *
     * @param blank whether for printing on pre-printed forms: only what is written into them
     */
    void certificates(Decision decision, Citation citation, boolean blank, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        int number = 0;
        for (var recipient : awarded(decision, citation).toList()) {
            var pdf = certificate(decision, citation, recipient, blank);
            zip.putNextEntry(new ZipEntry("%03d-%s.pdf".formatted(++number, Wording.slug(recipient.name()))));
            zip.write(pdf);
            zip.closeEntry();
        }
        zip.finish();
    }

    private Map<String, Object> common(Decision decision, Authority authority, Citation citation) {
        Map<String, Object> model = new HashMap<>();
        model.put("authority", authority);
        model.put("citation", citation);
        model.put("decision", decision);
        model.put("number", decision.label());
        model.put("date", Wording.date(decision.signedOn()));
        model.put("achievedFrom", Wording.shortDate(citation.achievedFrom()));
        model.put("achievedTo", Wording.shortDate(citation.achievedTo()));
        model.put("signature", signatories.of(decision.signer(), authority, decision.signedOn()));
        return model;
    }

    private static Stream<Recipient> awarded(Decision decision, Citation citation) {
        return citation.recipients().stream()
                .filter(recipient -> Long.valueOf(decision.id()).equals(recipient.decisionId()));
    }

    /** For example {@code 02 tập thể, 01 cá nhân}. */
    private static String counts(Decision decision, Citation citation) {
        return byKind(decision, citation).map(group -> "%02d %s".formatted(group.size(),
                group.get(0).kindName().toLowerCase(Wording.VIETNAMESE))).collect(Collectors.joining(", "));
    }

    private List<Group> groups(Decision decision, Citation citation) {
        return byKind(decision, citation).map(group -> new Group(group.get(0).kindName(), rows(decision, group)))
                .toList();
    }

    private List<Row> rows(Decision decision, List<Recipient> recipients) {
        return Stream.iterate(0, i -> i < recipients.size(), i -> i + 1).map(i -> {
            var recipient = recipients.get(i);
            return new Row(i + 1, recipient.name(),
                    recipient.birthYear() == null ? "" : recipient.birthYear().toString(),
                    address(recipient, decision.unitPath()), Wording.amount(recipient.bonus()));
        }).toList();
    }

    private static Stream<List<Recipient>> byKind(Decision decision, Citation citation) {
        return awarded(decision, citation).collect(Collectors.groupingBy(Recipient::kind)).entrySet().stream()
                .sorted(Comparator.comparing(entry -> ORDER.indexOf(entry.getKey()))).map(Map.Entry::getValue);
    }

    /** Hamlet and units below the province: {@code Khóm 1, Phường 2, thành phố Bạc Liêu}. */
    private String address(Recipient recipient, String unitPath) {
        return Stream.concat(Stream.ofNullable(recipient.hamlet()).filter(hamlet -> !hamlet.isBlank()),
                        units.lineage(unitPath).stream().filter(unit -> unit.tier() != Tier.PROVINCE)
                                .map(unit -> authorities.nameOf(unit.path())))
                .collect(Collectors.joining(", "));
    }
}
