package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.NoNumber;
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
import vn.phongtrao.unit.UnitPath;

/**
 * Dossiers that retire (thanh loại) a model or a single site. The authority of the highest level that recognised the
 * model decides. The entry stays in the register, marked; with its model a site no longer works either.
 */
@Transactional
@ProcessBean("modelRetirements")
public class ModelRetirements implements DossierContent<RetirementFields, RetirementView> {

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Places places;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    ModelRetirements(Dossiers dossiers, ModelBook book, ModelDecisions decisions, ModelOptions options, Places places,
                     JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.book = book;
        this.decisions = decisions;
        this.options = options;
        this.places = places;
        this.template = template;
        this.clock = clock;
    }

    /**
     * What a dossier proposes to retire.
     *
     * @param siteId null where the model itself is retired
     * @param result what the ministry decided; null until it is recorded
     */
    @Table("model_retirement")
    record Retirement(@Id DossierNumber dossierNumber, Long modelId, Long siteId, String reason,
                      @Embedded.Nullable(prefix = "result_") MinistryDecision result) {

        Retirement of(DossierNumber number) {
            return new Retirement(number, modelId, siteId, reason, result);
        }

        Retirement with(String newReason) {
            return new Retirement(dossierNumber, modelId, siteId, newReason, result);
        }

        Retirement with(MinistryDecision decided) {
            return new Retirement(dossierNumber, modelId, siteId, reason, decided);
        }
    }

    @Fills("model-retirement")
    private record Options(List<Option> models, List<Option> sites) {
    }

    /** What the proposing unit completes or supplements; null leaves what was there. */
    @FieldsOf({"model-retirement-complete-dossier", "model-retirement-supplement"})
    private record RetirementChange(@NoNumber String reason) {
    }

    @Override
    public String process() {
        return "model-retirement";
    }

    @Override
    public String prefix() {
        return "TL";
    }

    @Override
    public Class<RetirementFields> proposal() {
        return RetirementFields.class;
    }

    @Override
    public Class<RetirementView> view() {
        return RetirementView.class;
    }

    /** Decides with the next number of the deciding authority, and marks the model or the site. */
    public void retire(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var retirement = require(dossierNumber);
        requireUnchanged(dossier, retirement);
        var decision = decisions.issue(dossier, retirement.siteId() == null
                ? "Về việc thanh loại mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc"
                : "Về việc thanh loại điểm nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        mark(retirement, decisions.source(decision));
    }

    /** Marks the model by what the ministry decided. */
    public void register(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var retirement = require(dossierNumber);
        requireUnchanged(dossier, retirement);
        mark(retirement, ModelDecisions.source(dossier, retirement.result()));
    }

    /** Asked by models of version 0.1, in flight. */
    public String ending(DossierNumber dossierNumber) {
        return decisions.ending(dossierNumber);
    }

    /** Called by models of version 0.1, in flight. */
    public void forward(DossierNumber dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Options(options.modelsOf(unitPath), options.sitesOf(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, RetirementFields fields) {
        var retirement = retirement(unitPath, fields);
        var model = book.require(retirement.modelId());
        requireEffective(retirement);
        var level = level(retirement);
        var subject = retirement.siteId() == null ? "mô hình: " + model.name()
                : "điểm nhân rộng: " + book.requireSite(retirement.siteId()).name();
        return new Opening(level, retirement.siteId() == null ? "model" : ModelDecisions.SITE, "Thanh loại " + subject,
                decisions.jurisdiction(process(), level, unitPath),
                dossier -> template.insert(retirement.of(dossier.number())));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                new TaskForm<>(Set.of("complete-dossier", "supplement"), RetirementChange.class,
                        (dossier, assignment, change) -> {
                            if (change.reason() != null) {
                                template.update(require(dossier.number()).with(change.reason()));
                            }
                        }),
                TaskForm.of("record-ministry-result", MinistryAnswer.class, (dossier, assignment, answer) ->
                        answer.decision(LocalDate.now(clock)).ifPresent(decided ->
                                template.update(require(dossier.number()).with(decided)))));
    }

    @Override
    public RetirementView show(Dossier dossier) {
        var retirement = require(dossier.number());
        var model = book.require(retirement.modelId());
        var site = retirement.siteId() == null ? null : book.requireSite(retirement.siteId());
        var result = retirement.result();
        return new RetirementView(String.valueOf(model.id()), model.name(), model.group().id(), model.group().label(),
                places.inWords(model.place()), LevelHeld.of(model), site == null ? null : String.valueOf(site.id()),
                site == null ? null : site.name(), site == null ? "Mô hình" : "Điểm nhân rộng " + site.name(),
                retirement.reason(), result == null ? null : result.number(),
                result == null ? null : result.decidedOn());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return List.of(new Finding(null, true, "Thẩm quyền thanh loại: %s".formatted(Level.find(dossier.form())
                .map(Level::lowerLabel).orElse("cấp xã nơi có điểm nhân rộng")), true,
                dossier.jurisdiction().legalBasis()));
    }

    private Retirement require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Retirement.class));
    }

    private Retirement retirement(UnitPath unitPath, RetirementFields fields) {
        if (fields.siteId() == null) {
            return new Retirement(null, options.requireOf(unitPath, fields.modelId()).id(), null, fields.reason(),
                    null);
        }
        var site = book.requireSite("siteId", fields.siteId());
        if (!options.isOf(unitPath, site.place())) {
            throw Refusal.broken("siteId", "Điểm nhân rộng này của đơn vị khác");
        }
        if (fields.modelId() != null && !fields.modelId().equals(String.valueOf(site.modelId()))) {
            throw Refusal.broken("siteId", "Điểm nhân rộng này không thuộc mô hình đã chọn");
        }
        return new Retirement(null, site.modelId(), site.id(), fields.reason(), null);
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
        return retirement.siteId() == null ? book.require(retirement.modelId()).highest().level().id()
                : ModelDecisions.SITE;
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
