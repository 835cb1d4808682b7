package vn.phongtrao.safearea;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.UnitPath;

/** Writes the register of results, and answers what it knows of an area. */
@Repository
class AreaResults {

    private final JdbcClient jdbc;

    AreaResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass(Proposal proposal, Figures figures, Decision decision) {
        add(proposal, "passed", null, figures, decision.signedOn(), decision);
    }

    void fail(Proposal proposal, Figures figures, LocalDate decidedOn, String reason) {
        add(proposal, "failed", reason, figures, decidedOn, null);
    }

    /** The number of the decision that recognised the area for that year. */
    Optional<String> recognised(Area area, int year) {
        return jdbc.sql("""
                        select decision_number from safe_area_result
                        where area_path = ? and year = ? and result = 'passed' and revoked_on is null""")
                .params(area.path().value(), year).query(String.class).optional();
    }

    /** How many of the hamlets are recognised for that year. */
    long safe(List<Hamlet> hamlets, int year) {
        return jdbc.sql("""
                        select count(*) from safe_area_result
                        where area_path = any(:hamlets) and year = :year and result = 'passed'
                          and revoked_on is null""")
                .param("hamlets", UnitPath.values(hamlets.stream().map(Hamlet::path).toList()))
                .param("year", year).query(Long.class).single();
    }

    /** The figures that a dossier was decided on; empty while it is open, and for hamlets. */
    Optional<Figures> figuresOf(DossierNumber dossierNumber) {
        return jdbc.sql("""
                        select safe_hamlets, hamlets, models from safe_area_result
                        where dossier_number = ? and hamlets is not null""")
                .param(dossierNumber.value()).query((row, index) -> new Figures(row.getLong("safe_hamlets"),
                        row.getLong("hamlets"), row.getLong("models"))).optional();
    }

    /** Keeps a result from before the system, and who brought it. */
    void add(SafeAreaImport.PaperResult result, String importedBy, Instant importedAt) {
        jdbc.sql("""
                        insert into safe_area_result (year, subject, area_path, area_name, unit_path, result, reason,
                                                      decided_on, decision_number, imported_by, imported_at)
                        values (:year, :subject, :path, :name, :unit, :result, :reason, :decidedOn, :number, :by,
                                :at)""")
                .param("year", result.year()).param("subject", result.area().kind().id())
                .param("path", result.area().path().value()).param("name", result.area().name())
                .param("unit", result.area().unitPath().value()).param("result", result.passed() ? "passed" : "failed")
                .param("reason", result.reason()).param("decidedOn", result.decidedOn())
                .param("number", result.decisionNumber()).param("by", importedBy)
                .param("at", Timestamp.from(importedAt)).update();
    }

    private void add(Proposal proposal, String result, String reason, Figures figures, LocalDate decidedOn,
                     Decision decision) {
        jdbc.sql("""
                        insert into safe_area_result (year, subject, area_path, area_name, unit_path, result, reason,
                                                      decided_on, dossier_number, decision_id, decision_number,
                                                      safe_hamlets, hamlets, models)
                        values (:year, :subject, :path, :name, :unit, :result, :reason, :decidedOn, :dossier,
                                :decision, :number, :safeHamlets, :hamlets, :models)""")
                .param("year", proposal.year()).param("subject", proposal.area().kind().id())
                .param("path", proposal.area().path().value()).param("name", proposal.area().name())
                .param("unit", proposal.area().unitPath().value()).param("result", result).param("reason", reason)
                .param("decidedOn", decidedOn).param("dossier", proposal.dossierNumber().value())
                .param("decision", decision == null ? null : decision.id())
                .param("number", decision == null ? null : decision.label())
                .param("safeHamlets", figures == null ? null : figures.safeHamlets())
                .param("hamlets", figures == null ? null : figures.hamlets())
                .param("models", figures == null ? null : figures.models()).update();
    }
}
