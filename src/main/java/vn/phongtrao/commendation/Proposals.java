package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.commendation.Proposal.Row;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/** Judges proposals and keeps them. */
@Component
class Proposals {

    private final AwardForms forms;
    private final Earlier earlier;
    private final Nominees nominees;
    private final CitizenNumbers citizens;
    private final Units units;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    Proposals(AwardForms forms, Earlier earlier, Nominees nominees, CitizenNumbers citizens, Units units,
              JdbcAggregateTemplate template, Clock clock) {
        this.forms = forms;
        this.earlier = earlier;
        this.nominees = nominees;
        this.citizens = citizens;
        this.units = units;
        this.template = template;
        this.clock = clock;
    }

    /** @throws Refusal rule broken, with the field and the paragraph */
    Subject examine(String unitPath, Proposal proposal) {
        var form = forms.require(proposal.awardForm(), proposal.achievementType());
        var deciding = units.atTier(unitPath, form.tier()).orElseThrow(() -> Refusal.broken("awardForm",
                "Đơn vị này không đề nghị được hình thức \"%s\"".formatted(form.name()), form.legalBasis()));
        examinePeriod(proposal);
        var commendation = commendation(null, proposal);
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < proposal.nominees().size(); i++) {
            var row = proposal.nominees().get(i);
            var field = "nominees[%d]".formatted(i);
            if (!form.kinds().contains(row.kind())) {
                throw Refusal.broken(field + ".kind", "\"%s\" không tặng cho %s".formatted(form.name(),
                        row.kind().label().toLowerCase()), form.legalBasis());
            }
            if (row.birthYear() != null && row.birthYear() > LocalDate.now(clock).getYear()) {
                throw Refusal.broken(field + ".birthYear", "Năm sinh chưa tới");
            }
            var subject = subject(unitPath, row);
            if (!subjects.add(subject)) {
                throw Refusal.broken(field, "Một người, hộ hoặc tập thể được đề nghị hai lần trong cùng hồ sơ");
            }
            examineEarlier(field, subject, commendation, form);
        }
        return new Subject(form.id(), proposal.achievementType(),
                "%s: %d đề nghị".formatted(form.name(), proposal.nominees().size()),
                new Post(deciding.path(), form.position()));
    }

    /** Keeps an examined proposal of a new dossier. */
    void store(String dossierNumber, String unitPath, Proposal proposal) {
        template.insert(commendation(dossierNumber, proposal));
        nominees.saveAll(proposal.nominees().stream()
                .map(row -> nominee(dossierNumber, unitPath, row, null)).toList());
    }

    /** Keeps what changed; nominees that are no longer named are taken off the dossier. */
    void change(String dossierNumber, String unitPath, Map<String, Object> fields) {
        var before = nominees.findByDossierNumberOrderById(dossierNumber).stream()
                .collect(Collectors.toMap(Nominee::id, Function.identity()));
        var proposal = Proposal.changed(require(dossierNumber), rows(dossierNumber), fields);
        var resolved = new Proposal(proposal.awardForm(), proposal.achievementType(), proposal.achievement(),
                proposal.achievedFrom(), proposal.achievedTo(), resolved(proposal.nominees(), before));
        examine(unitPath, resolved);
        template.update(commendation(dossierNumber, resolved));
        nominees.deleteAllById(before.keySet().stream().filter(id -> resolved.nominees().stream()
                .noneMatch(row -> id.equals(row.id()))).toList());
        nominees.saveAll(resolved.nominees().stream()
                .map(row -> nominee(dossierNumber, unitPath, row, before.get(row.id()))).toList());
    }

    Commendation require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Commendation.class));
    }

    List<Nominee> nomineesOf(String dossierNumber) {
        return nominees.findByDossierNumberOrderById(dossierNumber);
    }

    private List<Row> rows(String dossierNumber) {
        return nominees.findByDossierNumberOrderById(dossierNumber).stream().map(nominee -> new Row(nominee.id(),
                Kind.of(nominee.kind()), nominee.name(), nominee.birthYear(), nominee.citizenMask(), nominee.hamlet(),
                nominee.occupation(), nominee.summary())).toList();
    }

    /** Rows name nominees of this dossier, each once. */
    private List<Row> resolved(List<Row> rows, Map<Long, Nominee> before) {
        Set<Long> named = new HashSet<>();
        List<Row> resolved = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var field = "nominees[%d]".formatted(i);
            if (row.id() != null && !before.containsKey(row.id())) {
                throw Refusal.broken(field + ".id", "Mã %d không thuộc hồ sơ này".formatted(row.id()));
            }
            if (row.id() != null && !named.add(row.id())) {
                throw Refusal.broken(field + ".id", "Mã %d có ở hai dòng".formatted(row.id()));
            }
            resolved.add(unmasked(field, row, before.get(row.id())));
        }
        return resolved;
    }

    /** A row whose citizen number comes back masked keeps the number it had. */
    private Row unmasked(String field, Row row, Nominee known) {
        if (row.citizenId() == null || !row.citizenId().contains("*")) {
            return row;
        }
        if (known == null || !row.citizenId().equals(known.citizenMask())) {
            throw Refusal.malformed(field + ".citizenId", "Số căn cước phải gồm 12 chữ số");
        }
        var number = citizens.open(new SealedNumber(known.citizenCipher(), known.citizenDigest(), known.citizenMask()));
        return new Row(row.id(), row.kind(), row.name(), row.birthYear(), number, row.hamlet(), row.occupation(),
                row.summary());
    }

    private void examinePeriod(Proposal proposal) {
        if (proposal.achievedTo().isBefore(proposal.achievedFrom())) {
            throw Refusal.broken("achievedTo", "Ngày kết thúc thành tích phải từ ngày bắt đầu trở đi");
        }
        if (proposal.achievedTo().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("achievedTo", "Thời gian lập thành tích chưa kết thúc");
        }
    }

    private void examineEarlier(String field, String subject, Commendation commendation, AwardForms.AwardForm form) {
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

    private Nominee nominee(String dossierNumber, String unitPath, Row row, Nominee before) {
        var sealed = row.citizenId() == null ? null : citizens.seal(row.citizenId());
        return new Nominee(before == null ? null : before.id(), dossierNumber, row.kind().id(), row.name(),
                row.birthYear(), sealed == null ? null : sealed.cipher(), sealed == null ? null : sealed.digest(),
                sealed == null ? null : sealed.mask(), row.hamlet(), row.occupation(), row.summary(),
                subject(unitPath, row), Nominee.PENDING, null);
    }

    /** Individuals are known by their citizen number; households and collectives by name within their unit. */
    private String subject(String unitPath, Row row) {
        if (row.kind() == Kind.INDIVIDUAL) {
            return "citizen:" + HexFormat.of().formatHex(citizens.seal(row.citizenId()).digest());
        }
        var hamlet = row.hamlet() == null ? "" : PlainText.comparable(row.hamlet());
        return String.join(":", row.kind().id(), unitPath, hamlet, PlainText.comparable(row.name()));
    }

    private static Commendation commendation(String dossierNumber, Proposal proposal) {
        return new Commendation(dossierNumber, proposal.awardForm(), proposal.achievementType(),
                proposal.achievement(), proposal.achievedFrom(), proposal.achievedTo(), null, null);
    }
}
