package vn.phongtrao.hamlet.web;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.hamlet.HamletList;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/hamlets")
@Tag(name = "hamlets")
class HamletsController {

    private final HamletList hamlets;
    private final CurrentOfficer officer;

    HamletsController(HamletList hamlets, CurrentOfficer officer) {
        this.hamlets = hamlets;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách khóm, ấp của mọi đơn vị; lọc theo đơn vị và cấp dưới, ngày có hiệu lực, tên")
    PagedModel<HamletList.Entry> list(@RequestParam(required = false) UnitPath unit,
                                      @RequestParam(defaultValue = "false") boolean closed,
                                      @RequestParam(required = false) String name,
                                      @RequestParam(required = false) LocalDate on,
                                      @RequestParam(required = false) String q,
                                      @ParameterObject Pageable pageable) {
        return new PagedModel<>(hamlets.list(new HamletList.Filter(unit, closed, name, on, q), pageable));
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập khóm, ấp, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(hamlets.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập khóm, ấp từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = "Cột: name, validFrom (bỏ trống là hôm nay), unitPath (mã, tên hoặc đường dẫn của xã; bỏ trống"
                    + " là đơn vị của người nhập). Chỉ công chức của chính đơn vị.")
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(hamlets.load(file.getBytes(), officer.get()));
    }
}
