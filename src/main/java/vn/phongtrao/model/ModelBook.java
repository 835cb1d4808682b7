package vn.phongtrao.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import vn.phongtrao.model.Model.Recognition;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;

/** Models and sites as they are entered and marked. Nothing is ever taken out. */
@Repository
class ModelBook {

    private final JdbcClient jdbc;

    ModelBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A recognised model by the id that a form or a file gives.
     *
     * @throws Refusal rule broken, naming the field, also for a text that is no id
     */
    Model require(String field, String id) {
        return find(number(id)).orElseThrow(() -> Refusal.broken(field,
                "Không có mô hình nào được công nhận với mã này", Models.GUIDANCE));
    }

    /** A site by the id that a form gives. @throws Refusal rule broken, naming the field */
    Site requireSite(String field, String id) {
        return findSite(number(id)).orElseThrow(() -> Refusal.broken(field, "Không có điểm nhân rộng nào với mã này"));
    }

    Model require(long id) {
        return find(id).orElseThrow();
    }

    Site requireSite(long id) {
        return findSite(id).orElseThrow();
    }

    /** The model, kept from others who enter or mark something about it until the transaction ends. */
    Model lock(long id) {
        jdbc.sql("select id from model where id = ? for update").param(id).query(Long.class).single();
        return require(id);
    }

    /** Keeps others from entering a model of that unit until the transaction ends. */
    void lock(UnitPath unitPath) {
        Turn.take(jdbc, "model:" + unitPath);
    }

    /** A model of that name in that place which works and was recognised at that level. */
    Optional<Model> sameName(String name, Place place, Level level) {
        return jdbc.sql("""
                        select m.id from model m join model_recognition r on r.model_id = m.id and r.level = :level
                        where m.name_key = :key and m.unit_path = :unit and m.hamlet is not distinct from :hamlet
                          and m.retired_on is null order by m.id limit 1""")
                .param("level", level.id()).param("key", PlainText.comparable(name))
                .param("unit", place.unitPath().value())
                .param("hamlet", place.hamlet()).query(Long.class).optional().map(this::require);
    }

    /** Whether the model has a site of that name in that place which works. */
    boolean hasSite(long modelId, String name, Place place) {
        return jdbc.sql("""
                        select exists (select 1 from model_site
                            where model_id = :model and name_key = :key and unit_path = :unit
                              and hamlet is not distinct from :hamlet and retired_on is null)""")
                .param("model", modelId).param("key", PlainText.comparable(name))
                .param("unit", place.unitPath().value()).param("hamlet", place.hamlet()).query(Boolean.class).single();
    }

    /** @return the id */
    long enter(String name, ModelGroup group, String description, Place place, LocalDate startedOn, int teams,
               Source source) {
        return jdbc.sql("""
                        insert into model (name, name_key, model_group, description, unit_path, hamlet, hamlet_name,
                                           started_on, teams, imported_by, imported_at)
                        values (:name, :key, :group, :description, :unit, :hamlet, :hamletName, :startedOn, :teams,
                                :importedBy, :importedAt) returning id""")
                .param("name", name).param("key", PlainText.comparable(name)).param("group", group.id())
                .param("description", description).param("unit", place.unitPath().value())
                .param("hamlet", place.hamlet())
                .param("hamletName", place.hamletName()).param("startedOn", startedOn).param("teams", teams)
                .param("importedBy", source.importedBy()).param("importedAt", source.importedAt())
                .query(Long.class).single();
    }

    /** @param grade null where none was given */
    void recognise(long modelId, Level level, Grade grade, Source source) {
        from(source, """
                insert into model_recognition (model_id, level, rank, grade, decision_id, decision_number, decided_on,
                                               authority, dossier_number, imported_by, imported_at)
                values (:model, :level, :rank, :grade, :decisionId, :decisionNumber, :decidedOn, :authority, :dossier,
                        :importedBy, :importedAt)""")
                .param("model", modelId).param("level", level.id()).param("rank", level.rank())
                .param("grade", grade == null ? null : grade.id()).update();
    }

    void enterSite(long modelId, String name, Place place, int teams, Source source) {
        from(source, """
                insert into model_site (model_id, name, name_key, unit_path, hamlet, hamlet_name, teams, decision_id,
                                        decision_number, decided_on, authority, dossier_number, imported_by,
                                        imported_at)
                values (:model, :name, :key, :unit, :hamlet, :hamletName, :teams, :decisionId, :decisionNumber,
                        :decidedOn, :authority, :dossier, :importedBy, :importedAt)""")
                .param("model", modelId).param("name", name).param("key", PlainText.comparable(name))
                .param("unit", place.unitPath().value()).param("hamlet", place.hamlet())
                .param("hamletName", place.hamletName()).param("teams", teams).update();
    }

    void retire(long modelId, String reason, Source source) {
        markRetired("model", modelId, reason, source);
    }

    void retireSite(long siteId, String reason, Source source) {
        markRetired("model_site", siteId, reason, source);
    }

    private void markRetired(String table, long id, String reason, Source source) {
        jdbc.sql("""
                        update %s set retired_on = ?, retirement_reason = ?, retirement_number = ?,
                                      retirement_dossier = ? where id = ?""".formatted(table))
                .params(source.decidedOn(), reason, source.decisionNumber(), dossier(source), id).update();
    }

    private static String dossier(Source source) {
        return source.dossierNumber() == null ? null : source.dossierNumber().value();
    }

    private StatementSpec from(Source source, String insert) {
        return jdbc.sql(insert).param("decisionId", source.decisionId())
                .param("decisionNumber", source.decisionNumber()).param("decidedOn", source.decidedOn())
                .param("authority", source.authority()).param("dossier", dossier(source))
                .param("importedBy", source.importedBy()).param("importedAt", source.importedAt());
    }

    /** @return a number that no entry has for a text that is no id */
    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private Optional<Model> find(long id) {
        return jdbc.sql("select * from model where id = ?").param(id).query(this::model).optional();
    }

    private Optional<Site> findSite(long id) {
        return jdbc.sql("select * from model_site where id = ?").param(id).query(ModelBook::site).optional();
    }

    private Model model(ResultSet row, int index) throws SQLException {
        return new Model(row.getLong("id"), row.getString("name"), ModelGroup.of(row.getString("model_group")),
                row.getString("description"), place(row), row.getObject("started_on", LocalDate.class),
                row.getInt("teams"), row.getObject("retired_on", LocalDate.class), recognitions(row.getLong("id")));
    }

    private List<Recognition> recognitions(long modelId) {
        return jdbc.sql("select * from model_recognition where model_id = ? order by rank").param(modelId)
                .query((row, index) -> new Recognition(Level.of(row.getString("level")),
                        row.getString("grade") == null ? null : Grade.of(row.getString("grade")),
                        row.getString("decision_number"), row.getObject("decided_on", LocalDate.class),
                        row.getString("authority"))).list();
    }

    private static Site site(ResultSet row, int index) throws SQLException {
        return new Site(row.getLong("id"), row.getLong("model_id"), row.getString("name"), place(row),
                row.getInt("teams"), row.getObject("retired_on", LocalDate.class));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(UnitPath.of(row.getString("unit_path")), row.getString("hamlet"),
                row.getString("hamlet_name"));
    }
}
