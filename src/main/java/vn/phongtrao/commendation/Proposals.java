package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.Gender;
import vn.phongtrao.citizen.PersonDocument;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.citizen.States;
import vn.phongtrao.commendation.Proposal.Changes;
import vn.phongtrao.commendation.Proposal.Row;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Judges proposals and keeps them. */
@Component
class Proposals {

    private static final String SIMPLE_DOSSIER = "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 8";

    private final AwardForms forms;
    private final Jurisdictions jurisdictions;
    private final Earlier earlier;
    private final Nominees nominees;
    private final CitizenNumbers citizens;
    private final Dossiers dossiers;
    private final JdbcAggregateTemplate template;
    private final Units units;
    private final ThematicAwards thematic;
    private final Clock clock;

    Proposals(AwardForms forms, Jurisdictions jurisdictions, Earlier earlier, Nominees nominees,
              CitizenNumbers citizens, Dossiers dossiers, JdbcAggregateTemplate template, Units units,
              ThematicAwards thematic, Clock clock) {
        this.forms = forms;
        this.jurisdictions = jurisdictions;
        this.earlier = earlier;
        this.nominees = nominees;
        this.citizens = citizens;
        this.dossiers = dossiers;
        this.template = template;
        this.units = units;
        this.thematic = thematic;
        this.clock = clock;
    }

    /** Judges a proposal by the rules of today. @throws Refusal rule broken, with the field and the paragraph */
    Opening examine(UnitPath unitPath, Proposal proposal) {
        var days = Days.on(LocalDate.now(clock));
        var form = forms.require(proposal.awardForm(), proposal.achievementType(), days);
        var decides = jurisdictions.find("commendation", unitPath, days,
                        new Jurisdictions.Matter(form.id(), proposal.achievementType(), Decision.MATTER))
                .orElseThrow(() -> Refusal.broken("awardForm",
                        "Đơn vị này không đề nghị được hình thức \"%s\"".formatted(form.name()), form.legalBasis()));
        forms.requireProposer(form, units.require(unitPath).tier(), days);
        var proposed = judged(unitPath, proposal, form, Map.of());
        return new Opening(form.id(), proposal.achievementType(),
                title(form, proposal.achievement(), proposed), foundBy(proposal.achievement(), proposed.stream()),
                decides, dossier -> {
                    template.insert(commendation(dossier.number(), proposal));
                    nominees.saveAll(proposed.stream().map(nominee -> nominee.of(dossier.number())).toList());
                });
    }

    /**
     * Judges what changed by the rules of the day the dossier was received, and keeps it; nominees that are no longer
     * named are taken off the dossier. Those who have been struck off stay as they are, whatever is sent of them.
     */
    void change(Dossier dossier, Changes changes) {
        var kept = nomineesOf(dossier.number());
        var before = kept.stream().collect(Collectors.toMap(Nominee::id, Function.identity()));
        var now = changes.of(proposal(require(dossier.number()), kept));
        requireOwn(now.nominees(), before);
        var form = forms.require(dossier.form(), dossier.type(), dossiers.days(dossier));
        var proposed = judged(dossier.unitPath(), now, form, before);
        template.update(commendation(dossier.number(), now));
        var named = proposed.stream().map(Nominee::id).collect(Collectors.toSet());
        nominees.deleteAllById(kept.stream().filter(Nominee::pending).map(Nominee::id)
                .filter(id -> !named.contains(id)).toList());
        nominees.saveAll(proposed.stream().map(nominee -> nominee.of(dossier.number())).toList());
        dossiers.rename(dossier.number(), title(form, now.achievement(), proposed));
        dossiers.foundBy(dossier.number(), foundBy(now.achievement(),
                Stream.concat(proposed.stream(), kept.stream().filter(nominee -> !nominee.pending()))));
    }

    /** Names a dossier after those who are still on its list; where nobody is, it is called as before. */
    void rename(Dossier dossier) {
        var lasting = nomineesOf(dossier.number()).stream().filter(Nominee::lasting).toList();
        if (!lasting.isEmpty()) {
            dossiers.rename(dossier.number(), title(forms.require(dossier.form(), dossier.type(),
                    dossiers.days(dossier)), require(dossier.number()).achievement(), lasting));
        }
    }

    /** As lists show it: who first, because the form is the same for many. */
    private static String title(AwardForm form, String achievement, List<Nominee> nominees) {
        return "%s%s: %s (%s)".formatted(nominees.get(0).name(),
                nominees.size() == 1 ? "" : " và %d đề nghị khác".formatted(nominees.size() - 1),
                achievement, form.name());
    }

    private static List<String> foundBy(String achievement, Stream<Nominee> nominees) {
        return Stream.concat(Stream.of(achievement), nominees.map(Nominee::name)).toList();
    }

    Commendation require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Commendation.class));
    }

    List<Nominee> nomineesOf(DossierNumber dossierNumber) {
        return nominees.findByDossierNumberOrderById(dossierNumber);
    }

    /** Keeps the decision that a higher authority took. */
    void recordResult(DossierNumber dossierNumber, String decisionNumber, LocalDate decidedOn) {
        template.update(require(dossierNumber).decided(decisionNumber, decidedOn));
    }

    private static Proposal proposal(Commendation commendation, List<Nominee> nominees) {
        return new Proposal(commendation.awardForm(), commendation.achievementType(), commendation.achievement(),
                commendation.achievedFrom(), commendation.achievedTo(), nominees.stream().map(nominee -> new Row(
                        nominee.id(), Kind.of(nominee.kind()), nominee.name(),
                        nominee.gender() == null ? null : Gender.of(nominee.gender()), nominee.birthYear(),
                        nominee.citizenId(), nominee.hamlet(), nominee.occupation(), nominee.directWorker(),
                        nominee.farmer(), nominee.simpleDossier(), nominee.summary(), nominee.posthumous(),
                        nominee.receiver(), told(nominee).map(ServiceTold::ground).map(MedalGround::of).orElse(null),
                        told(nominee).map(ServiceTold::earlierMonths).orElse(null),
                        told(nominee).map(ServiceTold::earlierSpecialMonths).orElse(null),
                        told(nominee).map(ServiceTold::postMonths).orElse(null),
                        nominee.document() == null ? null : PersonDocument.Kind.of(nominee.document()),
                        nominee.documentNumber(), nominee.nationality())).toList(), commendation.campaign());
    }

    private static Optional<ServiceTold> told(Nominee nominee) {
        return Optional.ofNullable(nominee.service());
    }

    /** Rows name nominees of this dossier, each once. */
    private static void requireOwn(List<Row> rows, Map<Long, Nominee> before) {
        Set<Long> named = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            var id = rows.get(i).id();
            if (id != null && !before.containsKey(id)) {
                throw Refusal.broken(field(i) + ".id", "Mã %d không thuộc hồ sơ này".formatted(id));
            }
            if (id != null && !named.add(id)) {
                throw Refusal.broken(field(i) + ".id", "Mã %d có ở hai dòng".formatted(id));
            }
        }
    }

    /**
     * The nominees of a proposal that breaks no rule; each citizen number is sealed once.
     *
     * @param before those that the dossier has, by id; empty for a new one
     */
    private List<Nominee> judged(UnitPath unitPath, Proposal proposal, AwardForm form, Map<Long, Nominee> before) {
        var today = LocalDate.now(clock);
        var refused = new Refusals();
        refused.gather(() -> requirePeriod(proposal, today));
        refused.gather(() -> thematic.require(unitPath, proposal, before.isEmpty()));
        var commendation = commendation(null, proposal);
        Set<String> subjects = before.values().stream().filter(nominee -> !nominee.pending()).map(Nominee::subject)
                .collect(Collectors.toCollection(HashSet::new));
        List<Nominee> judged = new ArrayList<>();
        for (int i = 0; i < proposal.nominees().size(); i++) {
            var row = proposal.nominees().get(i);
            if (row.id() != null && !before.get(row.id()).pending()) {
                continue;
            }
            var field = field(i);
            refused.gather(() -> {
                requireFit(field, row, form, today);
                var known = Optional.ofNullable(row.id()).map(before::get).filter(row::hasPaperOf).map(Nominee::citizen);
                var nominee = nominee(unitPath, row, row.known() == null ? null
                        : citizens.seal(field + numberField(row), row.known(), known));
                if (!subjects.add(nominee.subject())) {
                    throw Refusal.broken(field, "Một người, hộ hoặc tập thể được đề nghị hai lần trong cùng hồ sơ");
                }
                requireUnawarded(field, nominee.subject(), commendation, form);
                judged.add(nominee);
            });
        }
        refused.throwAny();
        if (judged.isEmpty()) {
            throw Refusal.broken("nominees", "Danh sách phải còn ít nhất một đề nghị đang xét");
        }
        return judged;
    }

    static void requirePeriod(Proposal proposal, LocalDate today) {
        if (proposal.achievedTo().isBefore(proposal.achievedFrom())) {
            throw Refusal.broken("achievedTo", "Ngày kết thúc thành tích phải từ ngày bắt đầu trở đi");
        }
        if (proposal.achievedTo().isAfter(today)) {
            throw Refusal.broken("achievedTo", "Thời gian lập thành tích chưa kết thúc");
        }
    }

    static void requireFit(String field, Row row, AwardForm form, LocalDate today) {
        if (!form.kinds().contains(row.kind())) {
            throw Refusal.broken(field + ".kind", "\"%s\" không tặng cho %s".formatted(form.name(),
                    row.kind().label().toLowerCase(Wording.VIETNAMESE)), form.legalBasis());
        }
        if (row.birthYear() != null && row.birthYear() > today.getYear()) {
            throw Refusal.broken(field + ".birthYear", "Năm sinh chưa tới");
        }
        if (row.kind() == Kind.INDIVIDUAL) {
            Needed.require(field + ".birthYear", row.birthYear());
            Needed.require(field + numberField(row), row.known());
        }
        requireOnePaper(field, row);
        requireSense(field, row);
        if (Boolean.TRUE.equals(row.simpleDossier()) && row.summary() == null) {
            throw Refusal.broken(field + ".summary", "Hồ sơ đơn giản phải có tóm tắt thành tích do đơn vị đề nghị lập",
                    SIMPLE_DOSSIER);
        }
    }

    /** Where the number of what a nominee is known by stands. */
    private static String numberField(Row row) {
        return row.numbered() ? ".citizenId" : ".documentNumber";
    }

    private static void requireOnePaper(String field, Row row) {
        if (row.numbered() ? row.documentNumber() != null : row.citizenId() != null) {
            throw Refusal.broken(field + (row.numbered() ? ".documentNumber" : ".citizenId"),
                    "Chỉ ghi số của một loại giấy tờ");
        }
        if (row.document() == PersonDocument.Kind.TRAVEL ? States.name(row.nationality()).isEmpty()
                : row.nationality() != null) {
            throw Refusal.broken(field + ".nationality",
                    "Phải ghi nước cấp cho hộ chiếu, giấy tờ đi lại quốc tế, và chỉ cho giấy tờ đó");
        }
    }

    private static void requireSense(String field, Row row) {
        var dead = Boolean.TRUE.equals(row.posthumous());
        if (dead && row.kind() != Kind.INDIVIDUAL) {
            throw Refusal.broken(field + ".posthumous", "Chỉ truy tặng cho cá nhân");
        }
        if (row.receiver() != null && !dead) {
            throw Refusal.broken(field + ".receiver", "Chỉ ghi người nhận thay khi truy tặng");
        }
        if (row.earlierSpecialMonths() != null
                && (row.earlierMonths() == null || row.earlierSpecialMonths() > row.earlierMonths())) {
            throw Refusal.broken(field + ".earlierSpecialMonths",
                    "Thời gian ở địa bàn đặc biệt không được dài hơn cả thời gian trước khi vào Tổ");
        }
    }

    private void requireUnawarded(String field, String subject, Commendation commendation, AwardForm form) {
        earlier.awardFor(subject, commendation).ifPresent(decision -> {
            throw Refusal.broken(field, "Thành tích này đã được khen thưởng tại Quyết định số " + decision,
                    "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2");
        });
        if (form.oncePerLife()) {
            earlier.award(subject, form.id()).ifPresent(decision -> {
                throw Refusal.broken(field, "Chỉ tặng một lần cho một người; đã tặng tại Quyết định số " + decision,
                        form.legalBasis());
            });
        }
    }

    private static Nominee nominee(UnitPath unitPath, Row row, SealedNumber number) {
        return new Nominee(row.id(), null, row.kind().id(), row.name(),
                row.gender() == null ? null : row.gender().id(), row.birthYear(),
                number == null ? null : number.cipher(), number == null ? null : number.digest(),
                number == null ? null : number.mask(), row.hamlet(), row.occupation(), row.directWorker(),
                row.farmer(), row.simpleDossier(), row.summary(), subject(unitPath, row, number), Nominee.PENDING, null,
                row.posthumous(), row.receiver(), row.service(), row.otherDocument(), row.nationality());
    }

    /** Individuals are known by the number of their citizen or other document; households and collectives by name within their unit. */
    static String subject(UnitPath unitPath, Row row, SealedNumber number) {
        if (row.kind() == Kind.INDIVIDUAL) {
            return person(number.digest());
        }
        return group(row.kind(), unitPath, row.hamlet(), row.name());
    }

    /** A household or collective. @param hamlet null where none was said */
    static String group(Kind kind, UnitPath unitPath, String hamlet, String name) {
        return String.join(":", kind.id(), unitPath.value(), hamlet == null ? "" : PlainText.comparable(hamlet),
                PlainText.comparable(name));
    }

    /** @param digest of a number, of whatever document */
    static String person(byte[] digest) {
        return "citizen:" + HexFormat.of().formatHex(digest);
    }

    private static Commendation commendation(DossierNumber dossierNumber, Proposal proposal) {
        return new Commendation(dossierNumber, proposal.awardForm(), proposal.achievementType(),
                proposal.achievement(), proposal.achievedFrom(), proposal.achievedTo(), null, null,
                proposal.campaign());
    }

    private static String field(int index) {
        return "nominees[%d]".formatted(index);
    }
}
