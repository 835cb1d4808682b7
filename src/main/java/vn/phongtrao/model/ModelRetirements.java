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
import vn.phongtrao.unit.Unit;

/**
 * Dossiers that retire (thanh loại) a model or a single site. The authority of the highest level that recognised the
 * model decides. The entry stays in the register, marked; with its model a site no longer works either.
 */
@Transactional
@ProcessBean("modelRetirements")
public class ModelRetirements implements UntypedContent {

    private static final String SITE = "site";

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelAuthorities authorities;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Places places;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    ModelRetirements(Dossiers dossiers, ModelBook book, ModelAuthorities authorities, ModelDecisions decisions,
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

    /**
     * What a dossier proposes to retire.
     *
     * @param siteId       null where the model itself is retired
     * @param resultNumber number of the ministry's answer; null until it is recorded
     */
    @Table("model_retirement")
    record Retirement(@Id String dossierNumber, Long modelId, Long siteId, String reason, String resultNumber,
                      LocalDate resultDecidedOn) {

        Retirement with(String newReason) {
            return new Retirement(dossierNumber, modelId, siteId, newReason, resultNumber, resultDecidedOn);
        }

        Retirement with(ModelDecisions.Result result) {
            return new Retirement(dossierNumber, modelId, siteId, reason, result.number(), result.decidedOn());
        }
    }

    @Override
    public String process() {
        return "model-retirement";
    }

    @Override
    public String prefix() {
        return "TL";
    }

    /** @return {@code decide} where an authority of the province decides, {@code forward} where the ministry does */
    public String ending(String dossierNumber) {
        return decisions.ending(dossierNumber);
    }

    /** Marks the dossier as sent to the ministry. */
    public void forward(String dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    /** Decides with the next number of the deciding authority, and marks the model or the site. */
    public void retire(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var retirement = require(dossierNumber);
        requireUnchanged(dossier, retirement);
        var decision = decisions.issue(dossier, retirement.siteId() == null
                ? "Về việc thanh loại mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc"
                : "Về việc thanh loại điểm nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        mark(retirement, decisions.source(decision));
    }

    /** Marks the model by what the ministry decided. */
    public void register(String dossierNumber) {
        var retirement = require(dossierNumber);
        requireUnchanged(dossiers.require(dossierNumber), retirement);
        mark(retirement, ModelDecisions.ofMinistry(dossierNumber,
                new ModelDecisions.Result(retirement.resultNumber(), retirement.resultDecidedOn())));
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of("models", options.modelsOf(unitPath), "sites", options.sitesOf(unitPath));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        var retirement = retirement(null, unitPath, fields);
        var model = book.require(retirement.modelId());
        requireEffective(retirement);
        var level = level(retirement);
        var subject = retirement.siteId() == null ? "mô hình: " + model.name()
                : "điểm nhân rộng: " + book.requireSite(retirement.siteId()).name();
        return new Subject(level, retirement.siteId() == null ? "model" : SITE, "Thanh loại " + subject,
                authorities.decider(process(), level, unitPath));
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        template.insert(retirement(dossier.number(), dossier.unitPath(), fields));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        switch (assignment.task()) {
            case "complete-dossier", "supplement" -> {
                if (fields.containsKey("reason")) {
                    template.update(require(dossier.number()).with((String) fields.get("reason")));
                }
            }
            case "record-ministry-result" -> decisions.result(fields)
                    .ifPresent(result -> template.update(require(dossier.number()).with(result)));
            default -> {
                // appraising, signing and deciding bring no content
            }
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        var retirement = require(dossier.number());
        Map<String, Object> shown = new LinkedHashMap<>(Shown.of(book.require(retirement.modelId()), places));
        var site = retirement.siteId() == null ? null : book.requireSite(retirement.siteId());
        shown.put("siteId", site == null ? null : String.valueOf(site.id()));
        shown.put("siteName", site == null ? null : site.name());
        shown.put("subjectName", site == null ? "Mô hình" : "Điểm nhân rộng " + site.name());
        shown.put("reason", retirement.reason());
        shown.put("resultNumber", retirement.resultNumber());
        shown.put("resultDecidedOn", retirement.resultDecidedOn());
        return shown;
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var on = LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
        return authorities.find(process(), dossier.form(), on).map(authority -> new Finding(null, true,
                "Thẩm quyền thanh loại: %s".formatted(Level.find(dossier.form()).map(Level::lowerLabel)
                        .orElse("cấp xã nơi có điểm nhân rộng")), true, authority.legalBasis())).stream().toList();
    }

    private Retirement require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Retirement.class));
    }

    private Retirement retirement(String dossierNumber, String unitPath, Map<String, Object> fields) {
        var reason = (String) fields.get("reason");
        if (!fields.containsKey("siteId")) {
            return new Retirement(dossierNumber, options.requireOf(unitPath, (String) fields.get("modelId")).id(), null,
                    reason, null, null);
        }
        var site = book.requireSite("siteId", (String) fields.get("siteId"));
        if (!Unit.covers(unitPath, site.place().unitPath())) {
            throw Refusal.broken("siteId", "Điểm nhân rộng này của đơn vị khác");
        }
        if (fields.containsKey("modelId") && !fields.get("modelId").equals(String.valueOf(site.modelId()))) {
            throw Refusal.broken("siteId", "Điểm nhân rộng này không thuộc mô hình đã chọn");
        }
        return new Retirement(dossierNumber, site.modelId(), site.id(), reason, null, null);
    }

    private void requireEffective(Retirement retirement) {
        book.require(retirement.modelId()).requireEffective();
        if (retirement.siteId() != null) {
            book.requireSite(retirement.siteId()).requireEffective();
        }
    }

    /** The model still works, and no higher level has recognised it since the dossier was opened. */
    private void requireUnchanged(Dossier dossier, Retirement retirement) {
        book.lock(retirement.modelId());
        requireEffective(retirement);
        if (!level(retirement).equals(dossier.form())) {
            throw Refusal.broken("modelId",
                    "Mô hình đã được công nhận ở cấp cao hơn; cấp đó mới có thẩm quyền thanh loại", Models.GUIDANCE);
        }
    }

    private String level(Retirement retirement) {
        return retirement.siteId() == null ? book.require(retirement.modelId()).highest().level().id() : SITE;
    }

    private void mark(Retirement retirement, Source source) {
        if (retirement.siteId() == null) {
            book.retire(retirement.modelId(), retirement.reason(), source);
        } else {
            book.retireSite(retirement.siteId(), retirement.reason(), source);
        }
        dossiers.decide(retirement.dossierNumber());
    }
}
