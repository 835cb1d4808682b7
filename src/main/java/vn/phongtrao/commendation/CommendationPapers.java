package vn.phongtrao.commendation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.commendation.Citation.Recipient;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.press.Signatories;
import vn.phongtrao.press.Verification;
import vn.phongtrao.text.Wording;

/** The decision on a commendation, with those commended as its annex, the certificates, and the council's minutes. */
@Component
public class CommendationPapers implements ProcessPapers {

    /** Whom annexes name first. */
    private static final List<String> ORDER = List.of("collective", "household", "individual");

    private final Press press;
    private final DecisionPress decisions;
    private final Citations citations;
    private final Council council;
    private final CouncilMinutes minutes;
    private final Authorities authorities;
    private final LegalBases bases;
    private final Signatories signatories;
    private final Verification verification;

    CommendationPapers(Press press, DecisionPress decisions, Citations citations, Council council,
                       CouncilMinutes minutes, Authorities authorities, LegalBases bases, Signatories signatories,
                       Verification verification) {
        this.press = press;
        this.decisions = decisions;
        this.citations = citations;
        this.council = council;
        this.minutes = minutes;
        this.authorities = authorities;
        this.bases = bases;
        this.signatories = signatories;
        this.verification = verification;
    }

    /** One line of an annex; {@code bonus} as printed. */
    record Row(int number, String name, String birthYear, String address, String bonus) {
    }

    /** Those of one kind, under a heading such as {@code Tập thể}. */
    record Group(String heading, List<Row> rows) {
    }

    @Override
    public String process() {
        return "commendation";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị tặng " + citations.of(dossier.number()).title();
    }

    @Override
    public Optional<String> higherAuthority(Dossier dossier) {
        return Optional.ofNullable(citations.of(dossier.number()).higherAuthority());
    }

    @Override
    public Map<String, Object> matter(Dossier dossier) {
        return model(citations.of(dossier.number()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var citation = citations.of(dossier.number());
        var position = decision.position();
        var total = awarded(decision, citation).stream().mapToLong(Recipient::bonus).sum();
        var model = model(citation);
        model.put("bonusBasis", String.join("; ", bases.ofBonus(position, dossier.process(), dossier.form(),
                decision.signedOn())));
        model.put("total", total == 0 ? "" : Wording.amount(total));
        model.put("counts", counts(decision, citation));
        model.put("groups", groups(decision, citation));
        return decisions.print(dossier, decision, new DecisionPress.Matter("commendation/decision",
                total == 0 ? 1 : 2, "các tập thể, hộ gia đình, cá nhân có tên tại Điều 1", model));
    }

    @Override
    public List<Sheet> others(Dossier dossier) {
        return council.closedSessions(dossier.number()).stream().map(session -> new Sheet(
                "council-minutes-" + session.session(),
                "Biên bản họp Hội đồng %d %s".formatted(session.session(), dossier.number()), session.number(), null,
                () -> minutes.print(dossier, session, matter(dossier)))).toList();
    }

    @Override
    public Stream<Sheet> certificates(Dossier dossier, Decision decision, boolean blank) {
        var citation = citations.of(dossier.number());
        var authority = authorities.of(decision.post(), decision.signedOn());
        var recipients = awarded(decision, citation);
        return IntStream.range(0, recipients.size()).mapToObj(index -> new Sheet(
                "certificate-%d-%d".formatted(decision.id(), index + 1), recipients.get(index).name(), null,
                authority.post(),
                () -> certificate(dossier, decision, authority, citation, recipients.get(index), blank)));
    }

    private Print certificate(Dossier dossier, Decision decision, Authority authority, Citation citation,
                              Recipient recipient, boolean blank) {
        var model = model(citation);
        model.put("authority", authority);
        model.put("decision", decision);
        model.put("number", decision.label());
        model.put("date", Wording.date(decision.signedOn()));
        model.put("signature", signatories.of(dossier, decision.signer(), authority, decision.signedOn()));
        model.put("recipient", recipient);
        model.put("address", address(recipient, decision.unitPath()));
        model.put("blank", blank);
        model.put("mark", verification.of(recipient.code()));
        return press.print("commendation/certificate", model);
    }

    private static Map<String, Object> model(Citation citation) {
        Map<String, Object> model = new HashMap<>();
        model.put("citation", citation);
        model.put("achievedFrom", Wording.shortDate(citation.achievedFrom()));
        model.put("achievedTo", Wording.shortDate(citation.achievedTo()));
        return model;
    }

    private static List<Recipient> awarded(Decision decision, Citation citation) {
        return citation.recipients().stream()
                .filter(recipient -> Long.valueOf(decision.id()).equals(recipient.decisionId())).toList();
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
        return IntStream.range(0, recipients.size()).mapToObj(i -> {
            var recipient = recipients.get(i);
            return new Row(i + 1, recipient.name(),
                    recipient.birthYear() == null ? "" : recipient.birthYear().toString(),
                    address(recipient, decision.unitPath()), Wording.amount(recipient.bonus()));
        }).toList();
    }

    private static Stream<List<Recipient>> byKind(Decision decision, Citation citation) {
        return awarded(decision, citation).stream().collect(Collectors.groupingBy(Recipient::kind)).entrySet().stream()
                .sorted(Comparator.comparing(entry -> ORDER.indexOf(entry.getKey()))).map(Map.Entry::getValue);
    }

    /** Hamlet and units below the province: {@code Khóm 1, Phường 2, thành phố Bạc Liêu}. */
    private String address(Recipient recipient, String unitPath) {
        return Stream.of(recipient.hamlet(), authorities.addressOf(unitPath))
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
