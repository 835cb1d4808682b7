package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;

/**
 * The list of candidates: received by the commune's police, judged by the law, approved by the chair (Thông tư
 * 14/2024/TT-BCA, Điều 3). A person is known by the citizen number: who is on the list already, from this selection or
 * an earlier one, is not entered twice.
 */
@Component
class Registration {

    private static final String BASIS = "Thông tư 14/2024/TT-BCA, Điều 3";

    private record Paper(String field, String name, Predicate<Application> missing) {
    }

    /** What an application must hold beside the health certificate, which the law judges (Mẫu số 01). */
    private static final List<Paper> PAPERS = List.of(
            new Paper("application", "đơn đề nghị tham gia (Mẫu số 01)", row -> isFalse(row.application())),
            new Paper("curriculumVitae", "bản khai sơ yếu lý lịch", row -> isFalse(row.curriculumVitae())),
            new Paper("educationProof", "giấy tờ chứng minh trình độ văn hóa", row -> isFalse(row.educationProof())));

    private final Candidates candidates;
    private final Teams teams;
    private final Eligibility eligibility;
    private final CitizenNumbers citizens;
    private final Dossiers dossiers;
    private final Clock clock;

    Registration(Candidates candidates, Teams teams, Eligibility eligibility, CitizenNumbers citizens,
                 Dossiers dossiers, Clock clock) {
        this.candidates = candidates;
        this.teams = teams;
        this.eligibility = eligibility;
        this.citizens = citizens;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The list as the form brings it. */
    @FieldsOf("team-establishment-register-candidates")
    record Received(@NotEmpty(message = REQUIRED)
                    List<@Valid @NotNull(message = REQUIRED) Application> candidates) {
    }

    /** What the chair says of the list. @param approvedOverAge whom of those over the age limit he lets stand */
    @FieldsOf("team-establishment-approve-candidates")
    record Approval(@NotNull(message = REQUIRED) Outcome outcome, List<Long> approvedOverAge) {

        List<Long> overAge() {
            return approvedOverAge == null ? List.of() : approvedOverAge;
        }
    }

    /**
     * Takes the place of the list that waits for approval. Who was elected before stays so; who was not may be named
     * again.
     *
     * @throws Refusal rule broken, with each row, when papers are missing or a person cannot apply
     */
    void register(Dossier dossier, List<Application> rows) {
        var known = candidates.findByDossierNumberOrderById(dossier.number());
        List<Candidate> registered = new ArrayList<>();
        Set<Long> named = new HashSet<>();
        Set<String> people = new HashSet<>();
        var refused = new Refusals();
        for (int i = 0; i < rows.size(); i++) {
            var field = "candidates[%d]".formatted(i);
            var row = rows.get(i);
            refused.gather(() -> requirePapers(field, row));
            refused.gather(() -> {
                var citizen = citizen(field, row, known);
                if (!people.add(Arrays.toString(citizen.digest()))) {
                    throw Refusal.broken(field + ".citizenId", "Một người có ở hai dòng của danh sách");
                }
                var before = known.stream().filter(one -> Arrays.equals(one.citizenDigest(), citizen.digest()))
                        .findFirst();
                before.map(Candidate::id).ifPresent(named::add);
                if (before.filter(one -> one.is(Candidate.ELECTED)).isEmpty()) {
                    registered.add(candidate(field, dossier, row, citizen, before));
                }
            });
        }
        refused.throwAny();
        candidates.deleteAll(known.stream()
                .filter(one -> one.is(Candidate.REGISTERED) && !named.contains(one.id())).toList());
        candidates.saveAll(registered);
    }

    /**
     * Approves the list: who is eligible may be elected, and of those over the age limit whom the chair names.
     *
     * @throws Refusal rule broken, when nobody is left
     */
    void admit(Dossier dossier, List<Long> overAge) {
        var judged = candidates.findByDossierNumberOrderById(dossier.number()).stream()
                .filter(one -> one.is(Candidate.REGISTERED))
                .map(one -> one.with(one.eligible() || one.needsTheChair() && overAge.contains(one.id())
                        ? Candidate.ADMITTED : Candidate.NOT_ADMITTED)).toList();
        if (judged.stream().noneMatch(one -> one.is(Candidate.ADMITTED))) {
            throw Refusal.broken("outcome", "Danh sách không có ai đủ tiêu chuẩn, điều kiện; hãy trả lại để bổ sung",
                    "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 13");
        }
        candidates.saveAll(judged);
    }

    /** Papers that the officer says are missing; what is not mentioned counts as received. */
    private static void requirePapers(String field, Application row) {
        var missing = PAPERS.stream().filter(paper -> paper.missing().test(row)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.broken(field + "." + missing.get(0).field(), "Hồ sơ còn thiếu: " + missing.stream()
                    .map(Paper::name).collect(Collectors.joining("; ")), BASIS);
        }
    }

    private SealedNumber citizen(String field, Application row, List<Candidate> known) {
        var before = known.stream().filter(one -> one.id().equals(row.id())).findFirst();
        if (row.id() != null && before.isEmpty()) {
            throw Refusal.broken(field + ".id", "Mã %s không thuộc hồ sơ này".formatted(row.id()));
        }
        return citizens.seal(field + ".citizenId", row.citizenId(), before.map(Candidate::citizen));
    }

    private Candidate candidate(String field, Dossier dossier, Application row, SealedNumber citizen,
                                Optional<Candidate> before) {
        var today = LocalDate.now(clock);
        var applicant = row.applicant();
        if (applicant.birthDate().isAfter(today)) {
            throw Refusal.broken(field + ".birthDate", "Ngày sinh chưa tới");
        }
        if (teams.serves(citizen.digest())) {
            throw Refusal.broken(field + ".citizenId", "Người này đang tham gia một Tổ bảo vệ an ninh, trật tự");
        }
        var days = dossiers.days(dossier);
        var verdict = eligibility.judge(applicant, dossier.unitPath(), days);
        var otherwise = eligibility.judge(row.ofClearStanding(), dossier.unitPath(), days).reasons();
        var reasons = verdict.reasons().stream()
                .map(reason -> otherwise.contains(reason) ? reason : discreet(reason)).toList();
        return new Candidate(before.map(Candidate::id).orElse(null), dossier.number(), applicant.name(),
                applicant.birthDate(), row.gender(), citizen.cipher(), citizen.digest(), citizen.mask(),
                applicant.education(), applicant.residenceMonths(), applicant.healthCertificate(),
                applicant.transitional(), otherwise.containsAll(verdict.reasons()), today, verdict.result(),
                reasons.stream().map(Reason::message).toArray(String[]::new),
                reasons.stream().map(Reason::legalBasis).toArray(String[]::new), Candidate.REGISTERED, null);
    }

    /** Which legal status somebody has is not kept. */
    private static Reason discreet(Reason reason) {
        return new Reason("Không đủ điều kiện về chấp hành pháp luật", reason.legalBasis());
    }

    private static boolean isFalse(Boolean received) {
        return Boolean.FALSE.equals(received);
    }
}
