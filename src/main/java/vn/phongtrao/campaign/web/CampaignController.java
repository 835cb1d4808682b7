package vn.phongtrao.campaign.web;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.campaign.CampaignImport;
import vn.phongtrao.campaign.CampaignState;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.campaign.Campaigns.Entry;
import vn.phongtrao.campaign.Campaigns.Filter;
import vn.phongtrao.campaign.Campaigns.Launched;
import vn.phongtrao.campaign.Campaigns.Registration;
import vn.phongtrao.campaign.Campaigns.Review;
import vn.phongtrao.campaign.Campaigns.Sheet;
import vn.phongtrao.campaign.ReviewKind;
import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/campaigns")
@Tag(name = "campaigns", description = "Phong trào thi đua: phát động, đăng ký giao ước, sơ kết, tổng kết")
class CampaignController {

    private final Campaigns campaigns;
    private final CampaignImport sheets;
    private final CurrentOfficer officer;

    CampaignController(Campaigns campaigns, CampaignImport sheets, CurrentOfficer officer) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.officer = officer;
    }

    /** As {@link Launched} has it. */
    record NewCampaign(@NotNull UnitPath unitPath, @NotBlank @Named @Size(max = Campaigns.LONGEST_NAME) String name,
                       @NotBlank @Named @Size(max = Campaigns.LONGEST_NAME) String document, @NotNull LocalDate plannedOn,
                       @NotBlank @Named @Size(max = Campaigns.LONGEST_NAME) String authority, @NotNull LocalDate validFrom,
                       LocalDate validTo, @NotBlank @Size(max = Campaigns.LONGEST_TEXT) String contents,
                       @Size(min = 1, max = Campaigns.LONGEST_TEXT) String targets) {
    }

    /** As {@link Registration} has it. */
    record NewRegistration(@NotNull UnitPath unitPath, @NotNull LocalDate registeredOn,
                           @NotBlank @Named @Size(max = Campaigns.LONGEST_NAME) String document,
                           @NotBlank @Size(max = Campaigns.LONGEST_TEXT) String pledge) {
    }

    /** As {@link Review} has it. */
    record NewReview(@NotNull UnitPath unitPath, @NotNull ReviewKind kind, @NotNull LocalDate reviewedOn,
                     @NotBlank @Named @Size(max = Campaigns.LONGEST_NAME) String document,
                     @NotBlank @Size(max = Campaigns.LONGEST_TEXT) String result,
                     @NotNull @PositiveOrZero @Max(Campaigns.MOST) Integer collectives,
                     @NotNull @PositiveOrZero @Max(Campaigns.MOST) Integer individuals) {
    }

    record Withdrawal(@NotBlank @Named @NoNumber @Size(max = Campaigns.LONGEST_NAME) String reason) {
    }

    @GetMapping
    @Operation(summary = "Phong trào thi đua của đơn vị, cấp dưới, cấp trên và toàn quốc",
            description = "on: phong trào diễn ra trong ngày đó. state: coming, running, over, reviewed, withdrawn.")
    PagedModel<Entry> list(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) String q,
                           @RequestParam(required = false) LocalDate on, @RequestParam(required = false) CampaignState state,
                           @ParameterObject Pageable pageable) {
        return new PagedModel<>(campaigns.list(new Filter(unit, q, on, state), officer.get(), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một phong trào, với đăng ký, sơ kết, tổng kết của đơn vị và cấp dưới")
    Sheet one(@PathVariable long id) {
        return campaigns.of(id, officer.get());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi phong trào mà đơn vị phát động theo kế hoạch (cán bộ Công an, công chức Ủy ban nhân dân của đơn vị)")
    Entry launch(@Valid @RequestBody NewCampaign wanted) {
        return campaigns.launch(new Launched(wanted.unitPath(), wanted.name(), wanted.document(), wanted.plannedOn(),
                wanted.authority(), wanted.validFrom(), wanted.validTo(), wanted.contents(), wanted.targets()), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập phong trào, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(sheets.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập phong trào từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = "Mỗi dòng là một phong trào của đơn vị mà người nhập ghi cho.")
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(sheets.load(file.getBytes(), officer.get()));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Rút phong trào ghi nhầm, khi chưa đơn vị nào đăng ký")
    Entry withdraw(@PathVariable long id, @Valid @RequestBody Withdrawal withdrawal) {
        return campaigns.withdraw(id, withdrawal.reason(), officer.get());
    }

    @PostMapping("/{id}/registrations")
    @Operation(summary = "Ghi đăng ký giao ước thi đua của đơn vị")
    Sheet register(@PathVariable long id, @Valid @RequestBody NewRegistration wanted) {
        return campaigns.register(id, new Registration(wanted.unitPath(), wanted.registeredOn(), wanted.document(),
                wanted.pledge(), null, null), officer.get());
    }

    @PostMapping("/{id}/reviews")
    @Operation(summary = "Ghi kết quả sơ kết, tổng kết của đơn vị")
    Sheet review(@PathVariable long id, @Valid @RequestBody NewReview wanted) {
        return campaigns.review(id, new Review(wanted.unitPath(), wanted.kind(), wanted.reviewedOn(), wanted.document(),
                wanted.result(), wanted.collectives(), wanted.individuals(), null, null), officer.get());
    }
}
