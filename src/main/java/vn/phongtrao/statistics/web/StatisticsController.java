package vn.phongtrao.statistics.web;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.statistics.Statistics;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/statistics")
@Tag(name = "statistics", description = "Phong trào qua số liệu: mọi sổ đếm được gì, theo đơn vị và thời gian")
class StatisticsController {

    private static final String ABOUT = "unit: mặc định là đơn vị của mình; from: mặc định ngày đầu năm; to: mặc định "
            + "hôm nay. Số liệu tại một thời điểm là của ngày to.";

    private final Statistics statistics;
    private final StatisticsJson json;
    private final CurrentOfficer officer;

    StatisticsController(Statistics statistics, StatisticsJson json, CurrentOfficer officer) {
        this.statistics = statistics;
        this.json = json;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Số liệu của một đơn vị và cấp dưới, với nguồn của từng số liệu", description = ABOUT)
    @ApiResponse(responseCode = "200",
            content = @Content(schema = @Schema(ref = StatisticsDescription.REFERENCE)))
    ObjectNode all(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) LocalDate from,
                   @RequestParam(required = false) LocalDate to) {
        var asked = statistics.asked(unit, from, to, officer.get());
        return json.write(asked, statistics.count(asked), true);
    }

    @GetMapping("/below")
    @Operation(summary = "Số liệu của từng đơn vị trực thuộc", description = ABOUT)
    @ApiResponse(responseCode = "200",
            content = @Content(schema = @Schema(type = "array", ref = StatisticsDescription.REFERENCE)))
    List<ObjectNode> below(@RequestParam(required = false) UnitPath unit,
                           @RequestParam(required = false) LocalDate from,
                           @RequestParam(required = false) LocalDate to) {
        var asked = statistics.asked(unit, from, to, officer.get());
        var counts = statistics.count(asked);
        return statistics.below(asked).stream().map(one -> json.write(asked.of(one.path()), counts.under(one.path()),
                false)).toList();
    }
}
