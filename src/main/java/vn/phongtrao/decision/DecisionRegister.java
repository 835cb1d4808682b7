package vn.phongtrao.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** The decision book to read: decisions by authorities or about dossiers of the officer's units and below. */
@Service
@Transactional(readOnly = true)
public class DecisionRegister {

    /** Of authorities that do not lie above the dossier's unit: nearly none, and all that an officer sees because of the authority alone. */
    private static final String ELSEWHERE = "(unit_path = authority or starts_with(unit_path, authority || '/')) is not true";

    private static final Sortable SORTABLE = Sortable.by("id", "year", "number", "signedOn");

    private final JdbcClient jdbc;

    DecisionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision as the register shows it; {@code decisionNumber} is the number as printed.
     *
     * @param signer       user name
     * @param signedBy     the signer by name, and for whom and how: {@code Trần Thị Mẫu (KT. Nguyễn Văn Mẫu)}
     * @param manner       how, where it was for somebody else; null otherwise
     * @param revokedOn    null while it holds for anybody
     * @param revokedBy    number of the decision that revoked it
     * @param revocationId its entry, or that of the partial one; null where a higher authority revoked it
     * @param partlyRevokedOn     when it was last revoked for some; null where it never was, or does not hold for anybody
     * @param partlyRevokedBy     number of the decision that did
     * @param revocationName      what was revoked and when, in words; null while all of it holds
     * @param correctedOn  when words of it were last put right; null where they never were
     * @param correctedBy  number of the decision that did
     * @param correctionId its entry
     */
    public record Entry(long id, String decisionNumber, UnitPath authority, Position position, String matter,
                        String symbol, int year, int number,
                        LocalDate signedOn, String subject, DossierNumber dossierNumber, UnitPath unitPath,
                        String signer, String signedBy, Manner manner, LocalDate revokedOn, String revokedBy,
                        Long revocationId, LocalDate partlyRevokedOn, String partlyRevokedBy, String revocationName,
                        LocalDate correctedOn, String correctedBy, Long correctionId) {

        static Entry of(Decision decision) {
            var revoked = decision.revoked();
            var partly = decision.partlyRevoked();
            var latest = revoked == null ? partly : revoked;
            var corrected = decision.corrected();
            return new Entry(decision.id(), decision.label(), decision.authority(), decision.position(),
                    decision.matter(), decision.symbol(), decision.year(),
                    decision.number(), decision.signedOn(), decision.subject(), decision.dossierNumber(),
                    decision.unitPath(), decision.signer(), decision.signedBy(),
                    decision.deputising() == null ? null : decision.deputising().manner(),
                    revoked == null ? null : revoked.on(), revoked == null ? null : revoked.number(),
                    latest == null ? null : latest.decisionId(), partly == null ? null : partly.on(),
                    partly == null ? null : partly.number(),
                    latest == null ? null : Labels.of(partly == null ? "revoked.whole" : "revoked.in-part", Wording.day(latest.on())),
                    corrected == null ? null : corrected.on(),
                    corrected == null ? null : corrected.number(), corrected == null ? null : corrected.decisionId());
        }
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(UnitPath authority, Integer year, String symbol, String dossierNumber, String q) {
    }

    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return visible(officer, (row, index) -> Entry.of(SqlDecisionBook.decision(row, index)))
                .where("authority = :authority", "authority",
                        filter.authority() == null ? null : filter.authority().value())
                .where("year = :year", "year", filter.year())
                .where("symbol = :symbol", "symbol", filter.symbol())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .finding("dossier_number in (select number from dossier where %s)", DossierRegister.found("q"), "q", filter.q())
                .page(pageable);
    }

    /** @throws vn.phongtrao.refusal.Refusal not found; forbidden, when the decision is not the officer's to see */
    public Entry show(long id, Officer officer) {
        return Entry.of(require(id, officer));
    }

    /** @throws vn.phongtrao.refusal.Refusal not found; forbidden, when the decision is not the officer's to see */
    public Decision require(long id, Officer officer) {
        return visible(officer, SqlDecisionBook::decision).require(id, "quyết định");
    }

    /** A decision, whoever may see it. */
    public Optional<Decision> find(long id) {
        return jdbc.sql("select * from decision where id = ?").param(id).query(SqlDecisionBook::decision).optional();
    }

    /** The decisions taken on a dossier, the earliest first. */
    public List<Decision> on(DossierNumber dossierNumber) {
        return jdbc.sql("select * from decision where dossier_number = ? order by id").param(dossierNumber.value())
                .query(SqlDecisionBook::decision).list();
    }

    private <T> RegisterQuery<T> visible(Officer officer, RowMapper<T> mapper) {
        return new RegisterQuery<>(jdbc, "decision", SORTABLE, mapper).large("signedOn")
                .visible("unit_path", officer, "%s and (%s)".formatted(ELSEWHERE, RegisterQuery.below("authority", officer)));
    }
}
