package vn.phongtrao.rating;

import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;

/** Writes the register of ratings. */
@Repository
class RatingBook {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    RatingBook(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Those of these teams that were rated for that year, by whatever unit. */
    Set<Long> rated(int year, List<Long> teams) {
        return jdbc.sql("""
                        select team_id from team_rating_result
                        where year = ? and subject = 'team' and team_id = any(?)""")
                .params(year, teams.toArray(Long[]::new)).query(Long.class).set();
    }

    /**
     * @param caveat null for none
     * @throws Refusal conflict, when another unit has rated one of them for that year meanwhile
     */
    void enter(int year, String caveat, Assessment assessment, Decision decision) {
        try {
            insert(year, caveat, assessment, decision);
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("Có Tổ hoặc thành viên đã được xếp loại năm %d ở hồ sơ khác".formatted(year));
        }
    }

    private void insert(int year, String caveat, Assessment assessment, Decision decision) {
        batches.batchUpdate("""
                        insert into team_rating_result (year, subject, unit_path, team_id, team_name, member_id, name,
                                                        birth_year, citizen_digest, role, level, figure, reason, caveat,
                                                        decided_on, dossier_number, decision_id, decision_number)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Stream.of(Subject.values()).flatMap(subject -> assessment.of(subject).stream())
                        .map(rating -> row(year, caveat, rating, decision)).toList());
    }

    /** Lets those who bring files come one after the other. */
    void takeTurn() {
        Turn.take(jdbc, "team-rating-import");
    }

    /** Whether the register has a result of that year for the same team, or the same person in it. */
    boolean has(PaperRating rating) {
        return jdbc.sql("""
                        select exists (select 1 from team_rating_result
                                       where year = :year and unit_path = :unit and comparable(team_name) = comparable(:team)
                                         and coalesce(comparable(name), '') = coalesce(comparable(:name), '')
                                         and birth_year is not distinct from :birthYear)""")
                .param("year", rating.year()).param("unit", rating.unitPath().value()).param("team", rating.team())
                .param("name", rating.name()).param("birthYear", rating.birthYear(), Types.INTEGER)
                .query(Boolean.class).single();
    }

    /** Keeps results from before the system, and who brought them. */
    void add(List<PaperRating> ratings, String importedBy, Instant importedAt) {
        batches.batchUpdate("""
                        insert into team_rating_result (year, subject, unit_path, team_name, name, birth_year,
                                                        citizen_cipher, citizen_digest, role, level, decided_on,
                                                        decision_number, imported_by, imported_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                ratings.stream().map(rating -> new Object[]{rating.year(), rating.subject().id(),
                        rating.unitPath().value(), rating.team(), rating.name(), rating.birthYear(),
                        rating.citizen() == null ? null : rating.citizen().cipher(),
                        rating.citizen() == null ? null : rating.citizen().digest(), rating.role(), rating.level().id(), Date.valueOf(rating.decidedOn()), rating.decisionNumber(),
                        importedBy, Timestamp.from(importedAt)}).toList());
    }

    private static Object[] row(int year, String caveat, Rating rating, Decision decision) {
        var of = rating.of();
        return new Object[]{year, of.subject().id(), decision.unitPath().value(), of.teamId(), of.teamName(),
                of.memberId(), of.name(), of.birthYear(), of.citizen(), of.role(), rating.result(),
                rating.figure() == null || !rating.rated() ? null : rating.figure().setScale(2, RoundingMode.DOWN),
                rating.rated() ? null : rating.reason(), caveat, Date.valueOf(decision.signedOn()),
                decision.dossierNumber().value(), decision.id(), decision.label()};
    }
}
