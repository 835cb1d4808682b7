package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;

/** Dossiers by which a commune takes over a recognised model as a new site with its teams. */
@Transactional
@ProcessBean("modelReplications")
public class ModelReplications implements UntypedContent {

    private static final String SITE = "site";

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelAuthorities authorities;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Places places;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    ModelReplications(Dossiers dossiers, ModelBook book, ModelAuthorities authorities, ModelDecisions decisions,
                      ModelOptions options, Places places, JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.book = book;
        this.authorities = authorities;
        this.decisions = decisions;
        this.options = options;
        this.places = places;
        this.template = template;
        this.clock = clock;
    }

    /** What a dossier proposes to take over, and as what. */
    @Table("model_replication")
    record Replication(@Id String dossierNumber, Long modelId, String siteName, String hamlet, String hamletName,
                       int teams) {
    }

    @Override
    public String process() {
        return "model-replication";
    }

    @Override
    public String prefix() {
        return "NR";
    }

    /** Decides with the next number of the commune, and enters the site; the model must still work. */
    public void adopt(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var replication = require(dossierNumber);
        var place = place(dossier, replication);
        book.lock(replication.modelId());
        requireFree(replication, place);
        var decision = decisions.issue(dossier,
                "Về việc nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        book.enterSite(replication.modelId(), replication.siteName(), place, replication.teams(),
                decisions.source(decision));
        dossiers.decide(dossierNumber);
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of("hamlets", places.options(unitPath), "models", options.modelsAround(unitPath));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        var decider = authorities.decider(process(), SITE, unitPath);
        var model = book.require("modelId", (String) fields.get("modelId"));
        var place = places.of(unitPath, fields);
        requireFree(replication(null, model, place, fields), place);
        return new Subject(SITE, model.group().id(), "Nhân rộng mô hình: " + model.name(), decider);
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        template.insert(replication(dossier.number(), book.require("modelId", (String) fields.get("modelId")),
                places.of(dossier.unitPath(), fields), fields));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        if (List.of("complete-dossier", "supplement").contains(assignment.task())) {
            var before = require(dossier.number());
            var changed = new Replication(before.dossierNumber(), before.modelId(),
                    (String) fields.getOrDefault("siteName", before.siteName()), before.hamlet(), before.hamletName(),
                    ((Number) fields.getOrDefault("teams", before.teams())).intValue());
            requireFree(changed, place(dossier, changed));
            template.update(changed);
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        var replication = require(dossier.number());
        var model = book.require(replication.modelId());
        Map<String, Object> shown = new LinkedHashMap<>(Shown.of(model, places));
        shown.put("siteName", replication.siteName());
        shown.put("hamlet", replication.hamlet());
        shown.put("place", places.inWords(place(dossier, replication)));
        shown.put("teams", replication.teams());
        return shown;
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var model = book.require(require(dossier.number()).modelId());
        var on = LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
        var highest = model.highest();
        return List.of(new Finding(null, model.retiredOn() == null, model.retiredOn() == null
                        ? "Mô hình đã được công nhận ở %s, Quyết định số %s".formatted(highest.level().lowerLabel(),
                                highest.decisionNumber())
                        : "Mô hình đã thanh loại từ ngày %1$td/%1$tm/%1$tY".formatted(model.retiredOn()), true,
                authorities.find(process(), SITE, on).map(ModelAuthorities.ModelAuthority::legalBasis)
                        .orElse(Models.GUIDANCE)));
    }

    private Replication require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Replication.class));
    }

    private void requireFree(Replication replication, Place place) {
        book.require(replication.modelId()).requireEffective();
        if (book.hasSite(replication.modelId(), replication.siteName(), place)) {
            throw Refusal.broken("siteName", "Mô hình này đã có điểm nhân rộng cùng tên tại nơi đó", Models.GUIDANCE);
        }
    }

    private static Replication replication(String dossierNumber, Model model, Place place, Map<String, Object> fields) {
        return new Replication(dossierNumber, model.id(), (String) fields.get("siteName"), place.hamlet(),
                place.hamletName(), ((Number) fields.get("teams")).intValue());
    }

    private static Place place(Dossier dossier, Replication replication) {
        return new Place(dossier.unitPath(), replication.hamlet(), replication.hamletName());
    }
}
