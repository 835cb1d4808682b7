package vn.phongtrao.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/** Dossiers by which a commune takes over a recognised model as a new site with its teams. */
@Transactional
@ProcessBean("modelReplications")
public class ModelReplications implements DossierContent<ReplicationFields, ReplicationView> {

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Places places;
    private final JdbcAggregateTemplate template;

    ModelReplications(Dossiers dossiers, ModelBook book, ModelDecisions decisions, ModelOptions options, Places places,
                      JdbcAggregateTemplate template) {
        this.dossiers = dossiers;
        this.book = book;
        this.decisions = decisions;
        this.options = options;
        this.places = places;
        this.template = template;
    }

    /** What a dossier proposes to take over, and as what. */
    @Table("model_replication")
    record Replication(@Id DossierNumber dossierNumber, Long modelId, String siteName, String hamlet, String hamletName,
                       int teams) {

        Replication of(DossierNumber number) {
            return new Replication(number, modelId, siteName, hamlet, hamletName, teams);
        }

        Replication with(ReplicationChange change) {
            return new Replication(dossierNumber, modelId, Optional.ofNullable(change.siteName()).orElse(siteName),
                    hamlet, hamletName, Optional.ofNullable(change.teams()).orElse(teams));
        }

        Place in(UnitPath unitPath) {
            return new Place(unitPath, hamlet, hamletName);
        }
    }

    @Fills("model-replication")
    private record Options(List<Option> hamlets, List<Option> models) {
    }

    /** What the proposing unit completes or supplements; null leaves what was there. */
    @FieldsOf({"model-replication-complete-dossier", "model-replication-supplement"})
    private record ReplicationChange(String siteName, Integer teams) {
    }

    @Override
    public String process() {
        return "model-replication";
    }

    @Override
    public String prefix() {
        return "NR";
    }

    @Override
    public Class<ReplicationFields> proposal() {
        return ReplicationFields.class;
    }

    @Override
    public Class<ReplicationView> view() {
        return ReplicationView.class;
    }

    /** Decides with the next number of the commune, and enters the site; the model must still work. */
    public void adopt(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var replication = require(dossierNumber);
        var place = replication.in(dossier.unitPath());
        book.lock(replication.modelId());
        requireFree(replication, place);
        var decision = decisions.issue(dossier,
                "Về việc nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        book.enterSite(replication.modelId(), replication.siteName(), place, replication.teams(),
                decisions.source(decision));
        dossiers.decide(dossierNumber);
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Options(options.hamletsOf(unitPath), options.modelsAround(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, ReplicationFields fields) {
        var jurisdiction = decisions.jurisdiction(process(), ModelDecisions.SITE, unitPath);
        var model = book.require("modelId", fields.modelId());
        var place = places.of(unitPath, fields.hamlet());
        var replication = new Replication(null, model.id(), fields.siteName(), place.hamlet(), place.hamletName(),
                fields.teams());
        requireFree(replication, place);
        return new Opening(ModelDecisions.SITE, model.group().id(), "Nhân rộng mô hình: " + model.name(),
                List.of(replication.siteName()), jurisdiction,
                dossier -> template.insert(replication.of(dossier.number())));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), ReplicationChange.class,
                (dossier, assignment, change) -> change(dossier, change)));
    }

    @Override
    public ReplicationView show(Dossier dossier) {
        var replication = require(dossier.number());
        var model = book.require(replication.modelId());
        return new ReplicationView(String.valueOf(model.id()), model.name(), model.group().id(), model.group().label(),
                places.inWords(model.place()), LevelHeld.of(model), replication.siteName(), replication.hamlet(),
                places.inWords(replication.in(dossier.unitPath())), replication.teams());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var model = book.require(require(dossier.number()).modelId());
        var highest = model.highest();
        return List.of(new Finding(null, model.retiredOn() == null, model.retiredOn() == null
                ? "Mô hình đã được công nhận ở %s, %s".formatted(highest.level().lowerLabel(), highest.decision())
                : "Mô hình đã thanh loại từ ngày " + Wording.day(model.retiredOn()), true,
                dossier.jurisdiction().legalBasis()));
    }

    private Replication require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Replication.class));
    }

    private void change(Dossier dossier, ReplicationChange change) {
        var changed = require(dossier.number()).with(change);
        requireFree(changed, changed.in(dossier.unitPath()));
        template.update(changed);
        dossiers.foundBy(dossier.number(), List.of(changed.siteName()));
    }

    private void requireFree(Replication replication, Place place) {
        book.require(replication.modelId()).requireEffective();
        if (book.hasSite(replication.modelId(), replication.siteName(), place)) {
            throw Refusal.broken("siteName", "Mô hình này đã có điểm nhân rộng cùng tên tại nơi đó", Models.GUIDANCE);
        }
    }
}
