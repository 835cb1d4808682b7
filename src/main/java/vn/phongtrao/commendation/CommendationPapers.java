package vn.phongtrao.commendation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.commendation.Citation.Recipient;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.BlankForm;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.press.Signatories;
import vn.phongtrao.press.Verification;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/** The decision on a commendation, with those commended as its annex, the certificates, and the council's minutes. */
@Component
class CommendationPapers implements ProcessPapers {

    private final Press press;
    private final DecisionPress decisions;
    private final Citations citations;
    private final AwardForms forms;
    private final Council council;
    private final CouncilMinutes minutes;
    private final Authorities authorities;
    private final LegalBases bases;
    private final Signatories signatories;
    private final Verification verification;

    CommendationPapers(Press press, DecisionPress decisions, Citations citations, AwardForms forms,
                       Council council, CouncilMinutes minutes, Authorities authorities, LegalBases bases, Signatories signatories,
                       Verification verification) {
        this.press = press;
        this.decisions = decisions;
        this.citations = citations;
        this.forms = forms;
        this.council = council;
        this.minutes = minutes;
        this.authorities = authorities;
        this.bases = bases;
        this.signatories = signatories;
        this.verification = verification;
    }

    /** One line of an annex; {@code bonus} as printed. */
    record Row(int number, String name, String birthYear, String occupation, String address, String bonus) {
    }

    /** Those of one kind, under a heading such as {@code Tập thể}. */
    record Group(String heading, List<Row> rows) {
    }

    @Override
    public String process() {
        return "commendation";
    }

    /**
     * What every paper says of the commendation.
     *
     * @param merit  as it goes on in a sentence, with the campaign that it belongs to, see {@link Merit}
     * @param period when it was achieved, see {@link Wording#period}; its two days stand alone for templates of an
     *               organisation's own
     */
    @Fills(value = "commendation/submission", frame = "submission")
    @Fills(value = "commendation/decision", frame = "decision")
    @Fills({"commendation/certificate", "commendation/minutes"})
    private record Matter(Citation citation, String merit, String period, String achievedFrom, String achievedTo) {

        static Matter of(Citation citation) {
            return new Matter(citation, citation.merit(),
                    Wording.period(citation.achievedFrom(), citation.achievedTo()),
                    Wording.shortDate(citation.achievedFrom()), Wording.shortDate(citation.achievedTo()));
        }
    }

    /**
     * What the decision says beside.
     *
     * @param gives {@code Tặng} or {@code Truy tặng}
     * @param giver whose award it is, see {@link Giver}
     * @param total as printed, empty without a bonus
     */
    @Fills(value = "commendation/decision", frame = "decision")
    private record Decided(String gives, String giver, String bonusBasis, String total, String counts, List<Group> groups) {
    }

    /** What a certificate says beside. @param giver see {@link Decided} @param opening the merit as a sentence of its own */
    @Fills("commendation/certificate")
    private record Certificate(Authority authority, String giver, Decision decision, String number, String date,
                               Signatories.Signature signature, Recipient recipient, String address, String opening,
                               String given, BlankForm blank, Verification.Mark mark) {
    }

    @Override
    public String request(Dossier dossier) {
        var citation = citations.of(dossier);
        return "đề nghị %s %s".formatted(citation.giving(), citation.title());
    }

    @Override
    public Record matter(Dossier dossier) {
        return Matter.of(citations.of(dossier));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var citation = citations.of(dossier);
        var total = awarded(decision, citation).stream().mapToLong(Recipient::bonus).sum();
        var basis = String.join("; ", bases.ofBonus(decision.position(), dossier.process(), dossier.form(),
                decisions.days(dossier, decision)));
        return decisions.print(dossier, decision, new DecisionPress.Matter("commendation/decision",
                total == 0 ? 1 : 2, "các tập thể, hộ gia đình, cá nhân có tên tại Điều 1", null,
                Matter.of(citation), new Decided(gives(decision, citation),
                giver(dossier, decision, authorities.of(decision.post(), decision.signedOn())), basis, total == 0 ? "" : Wording.amount(total),
                counts(decision, citation), groups(decision, citation))));
    }

    @Override
    public List<Sheet> others(Dossier dossier) {
        return council.closedSessions(dossier.number()).stream().map(session -> new Sheet(
                "council-minutes-" + session.session(),
                "Biên bản họp Hội đồng %d %s".formatted(session.session(), dossier.number()), session.number(), null,
                () -> minutes.print(dossier, session, Matter.of(citations.of(dossier))))).toList();
    }

    @Override
    public String certificate(Dossier dossier) {
        return citations.of(dossier).title();
    }

    @Override
    public Stream<Sheet> certificates(Dossier dossier, Decision decision, BlankForm blank) {
        var citation = citations.of(dossier);
        var authority = authorities.of(decision.post(), decision.signedOn());
        var recipients = awarded(decision, citation);
        return IntStream.range(0, recipients.size()).boxed()
                .sorted(Comparator.comparing(index -> recipients.get(index).posthumous())).map(index -> new Sheet(
                sheetName(decision, index + 1, recipients.get(index).print()), recipients.get(index).name(), null,
                authority.post(),
                () -> certificate(dossier, decision, authority, citation, recipients.get(index), blank),
                recipients.get(index).revoked()));
    }

    /** Of each print its own: what is kept of an earlier one is not what counts. */
    private static String sheetName(Decision decision, int number, int print) {
        return "certificate-%d-%d%s".formatted(decision.id(), number, print == 1 ? "" : "-print-" + print);
    }

    private Print certificate(Dossier dossier, Decision decision, Authority authority, Citation citation,
                              Recipient recipient, BlankForm blank) {
        return press.print("commendation/certificate", Matter.of(citation), new Certificate(authority,
                giver(dossier, decision, authority), decision, decision.label(), Wording.date(decision.signedOn()),
                signatories.of(dossier, decision, authority), recipient,
                address(recipient, decision.unitPath()),
                StringUtils.capitalize(citation.merit()), recipient.given(), blank, verification.of(recipient.code())));
    }

    private String giver(Dossier dossier, Decision decision, Authority authority) {
        return forms.giver(dossier.form(), decisions.days(dossier, decision)).named(authority);
    }

    private static List<Recipient> awarded(Decision decision, Citation citation) {
        return citation.recipients().stream()
                .filter(recipient -> Long.valueOf(decision.id()).equals(recipient.decisionId())).toList();
    }

    private static String gives(Decision decision, Citation citation) {
        return awarded(decision, citation).stream().allMatch(Recipient::posthumous) ? "Truy tặng" : "Tặng";
    }

    /** For example {@code 02 tập thể, 01 cá nhân, truy tặng 01 cá nhân}. */
    private static String counts(Decision decision, Citation citation) {
        var all = gives(decision, citation);
        return byPlace(decision, citation).map(group -> "%s%02d %s".formatted(
                group.get(0).posthumous() && all.equals("Tặng") ? "truy tặng " : "", group.size(),
                group.get(0).kindName().toLowerCase(Wording.VIETNAMESE))).collect(Collectors.joining(", "));
    }

    private List<Group> groups(Decision decision, Citation citation) {
        return byPlace(decision, citation).map(group -> new Group(
                group.get(0).posthumous() ? "Truy tặng" : group.get(0).kindName(), rows(decision, group))).toList();
    }

    private List<Row> rows(Decision decision, List<Recipient> recipients) {
        return IntStream.range(0, recipients.size()).mapToObj(i -> {
            var recipient = recipients.get(i);
            return new Row(i + 1, recipient.addressed(),
                    recipient.birthYear() == null ? "" : recipient.birthYear().toString(),
                    recipient.occupied(), address(recipient, decision.unitPath()),
                    Wording.amount(recipient.bonus()));
        }).toList();
    }

    private static Stream<List<Recipient>> byPlace(Decision decision, Citation citation) {
        return awarded(decision, citation).stream()
                .collect(Collectors.groupingBy(Recipient::place, TreeMap::new, Collectors.toList())).values().stream();
    }

    /** Hamlet and units below the province: {@code Khóm 1, Phường 2, thành phố Bạc Liêu}. */
    private String address(Recipient recipient, UnitPath unitPath) {
        return StringUtils.capitalize(Stream.of(recipient.hamlet(), authorities.addressOf(unitPath))
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", ")));
    }
}
